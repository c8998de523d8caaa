import { likelyName } from '../../files/closest-names.ts'
import { SourceError } from '../../sources/source-error.ts'
import type { RecordNames } from './source-names.ts'

const stays = 'The last good list stays.'
const mayBeMissing = 'Where a name may be missing, write `| default("")` or `is defined`.'
/** As many names as a sentence can hold. */
const mostListed = 20

/** The error of a name that nothing in the template, its data or the readers has. */
export function unknownVariable(key: string, names: readonly string[], file: string, line: number): SourceError {
  return unknown(`nothing is called ${shown(key)}.`, key, names, `${mayBeMissing} ${stays}`, file, line)
}

/** The error of a name that no record of its kind has. */
export function unknownMember(key: string, { file: source, names }: RecordNames, file: string, line: number) {
  const all = [...names]
  const listed = all.slice(0, mostListed).map(shown).join(', ')
  const more = all.length > mostListed ? ` and ${all.length - mostListed} more` : ''
  const hint = `There are ${listed || 'none'}${more}. ${mayBeMissing} ${stays}`
  return unknown(`no record of ${source} has ${shown(key)}.`, key, all, hint, file, line)
}

export function hasCurlyQuotes(name: string): boolean {
  return /[“”„‘’‚«»]/.test(name)
}

/** The error of a text in curly quotes, which a template takes for a name. */
export function curlyQuotes(name: string, file: string, line: number): SourceError {
  const hint = `Write straight quotes: " or '. Word processors and web pages make curly ones. ${stays}`
  return new SourceError('unknown_name', file, `the quotes in ${name.slice(0, 60)} are curly.`, hint, line)
}

/** The error of a filter or a test that does not exist. */
export function unknownTool(
  kind: 'filter' | 'test',
  key: string,
  names: readonly string[],
  file: string,
  line: number,
) {
  const hint = `docs/TEMPLATES.md explains readers and filters. ${stays}`
  return unknown(`there is no ${kind} ${shown(key)}.`, key, names, hint, file, line)
}

function unknown(
  problem: string,
  key: string,
  names: readonly string[],
  hint: string,
  file: string,
  line: number,
): SourceError {
  const likely = likelyName(key, names)
  const guess = likely === undefined ? '' : ` Did you mean ${shown(likely)}?`
  return new SourceError('unknown_name', file, `${problem}${guess}`, hint, line)
}

function shown(name: string): string {
  return `"${name.length > 60 ? `${name.slice(0, 60)}…` : name}"`
}

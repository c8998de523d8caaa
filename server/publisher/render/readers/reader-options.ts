import { closestNames } from '../../files/closest-names.ts'
import { encodingLabel } from '../../files/encoding-label.ts'
import { SourceError } from '../../sources/source-error.ts'

/** What a template says to a reader beside the file. */
export interface ReaderOptions {
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly header?: string | undefined
  readonly skip?: number | undefined
  readonly table?: number | undefined
  readonly all?: boolean | undefined
  readonly whole?: boolean | undefined
  readonly cone_seconds?: number | undefined
  readonly sheet?: string | number | undefined
}

type OptionName = keyof ReaderOptions

/** The options of each reader. */
export const optionsOf = {
  text: ['encoding'],
  tsv: ['encoding', 'header', 'skip'],
  csv: ['delimiter', 'encoding', 'header', 'skip'],
  pronto: ['encoding', 'cone_seconds'],
  xlsx: ['sheet', 'header', 'skip'],
  sqlite: [],
  html: ['encoding', 'header', 'table', 'all', 'whole'],
} as const satisfies Readonly<Record<string, readonly OptionName[]>>

/**
 * Reads what follows the file name in a call: keywords, an object, or a delimiter alone. Throws SourceError with the
 * nearest name for an option that the reader does not have, and for a value of another kind.
 */
export function readerOptions(given: readonly unknown[], known: readonly OptionName[], file: string): ReaderOptions {
  const options: Record<string, unknown> = {}
  for (const one of given) {
    if (typeof one === 'string' && known.includes('delimiter')) options.delimiter = one
    else if (typeof one === 'object' && one !== null) Object.assign(options, one)
    else if (one !== undefined && one !== null)
      throw wrong(file, `${JSON.stringify(one)} is no option of a reader.`, known)
  }
  // The engine marks keywords so.
  delete options.__keywords
  for (const [name, value] of Object.entries(options)) checkOption(name, value, known, file)
  const { encoding, ...others } = options as ReaderOptions
  return { encoding: encoding && encodingLabel(encoding, file), ...others }
}

function checkOption(name: string, value: unknown, known: readonly string[], file: string): void {
  if (!known.includes(name)) {
    const [closest] = closestNames(name, known, 1)
    const guess = closest === undefined ? '' : ` Did you mean "${closest}"?`
    throw wrong(file, `there is no option "${name.slice(0, 60)}".${guess}`, known)
  }
  const isFit = Object.hasOwn(kinds, name) ? kinds[name]?.test(value) : isText(value)
  if (!isFit) throw wrong(file, `${name} is ${kinds[name]?.words ?? 'a text in quotes'}.`, known)
}

/** The values of options that are no texts. */
const kinds: Readonly<Record<string, { readonly words: string; test(value: unknown): boolean }>> = {
  skip: { words: 'a number of lines, such as 3', test: (value) => Number.isInteger(value) && Number(value) >= 0 },
  sheet: {
    words: 'the name of a sheet in quotes, or its number, such as 2',
    test: (value) => (typeof value === 'number' ? Number.isInteger(value) && value > 0 : isText(value)),
  },
  table: { words: 'the number of a table, such as 2', test: (value) => Number.isInteger(value) && Number(value) > 0 },
  cone_seconds: {
    words: 'a number of seconds, such as 2',
    test: (value) => typeof value === 'number' && value >= 0 && value < 1000,
  },
  all: { words: 'true or false, without quotes', test: (value) => typeof value === 'boolean' },
  whole: { words: 'true or false, without quotes', test: (value) => typeof value === 'boolean' },
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function wrong(file: string, problem: string, known: readonly string[]): SourceError {
  const hint = `The options of this reader are ${known.join(', ') || 'none'}; docs/TEMPLATES.md explains them.`
  return new SourceError('unreadable', file, problem, hint)
}

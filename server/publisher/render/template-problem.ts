import type { PipelineProblem } from '../../../lib/server-api/pipeline-state.ts'
import { excerptOf } from './problem.ts'

// `(drivers.jsonl.njk) [Line 3, Column 5]`, the innermost file last. The first line has no number.
const place = /\(([^()\n]+)\)(?: \[Line (\d+)(?:, Column \d+)?\])?\n/g
const unknownFilter = /filter not found: (\w+)/

/**
 * What Nunjucks says of a fault, as a problem with file and line. `sources` are the templates by their path; `grammar`
 * tells a template that cannot be read (whose lines Nunjucks counts from 1) from one that failed while it ran (from 0).
 */
export function templateProblem(
  text: string,
  path: string,
  sources: ReadonlyMap<string, string>,
  grammar: boolean,
): PipelineProblem {
  const [, file = path, counted] = [...text.matchAll(place)].at(-1) ?? []
  const source = sources.get(file) ?? ''
  const line = grammar ? Number(counted ?? lastLine(source)) : (filterLine(source, text) ?? Number(counted ?? 0) + 1)
  const reason = text
    .split('\n')
    .at(-1)
    ?.trim()
    .replace(/^(?:Template render error: )?(?:Error: )?/, '')
  return {
    code: 'template_error',
    message: `${file}, line ${line}: ${reason}`,
    hint: 'Mend the template; docs/TEMPLATES.md explains readers and filters. The last good list stays until then.',
    file,
    line,
    excerpt: excerptOf(source, line),
  }
}

/** An unclosed tag is found missing at the end. */
function lastLine(source: string): number {
  return source.trimEnd().split('\n').length
}

/** Nunjucks does not say where an unknown filter is used; the text does. */
function filterLine(source: string, text: string): number | undefined {
  const name = unknownFilter.exec(text)?.[1]
  if (name === undefined) return undefined
  const index = source.split('\n').findIndex((line) => new RegExp(`\\|\\s*${name}\\b`).test(line))
  return index < 0 ? undefined : index + 1
}

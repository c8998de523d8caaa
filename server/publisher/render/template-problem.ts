import type { PipelineProblem } from '../../../lib/server-api/pipeline-state.ts'
import { excerptOf } from './problem.ts'

// `(drivers.jsonl.njk) [Line 3, Column 5]`, the innermost file last. The first line has no number.
const location = /\(([^()\n]+)\)(?: \[Line (\d+)(?:, Column \d+)?\])?\n/g

/**
 * The problem, with file and line, of an error text of Nunjucks. `sources` are the templates by path. With `grammar`
 * the template could not be parsed, and lines count from 1; else it failed while it ran, and they count from 0.
 */
export function templateProblem(
  text: string,
  path: string,
  sources: ReadonlyMap<string, string>,
  grammar: boolean,
): PipelineProblem {
  const [, file = path, counted] = [...text.matchAll(location)].at(-1) ?? []
  const source = sources.get(file) ?? ''
  const line = grammar ? Number(counted ?? lastLine(source)) : Number(counted ?? 0) + 1
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

/** Nunjucks notices an unclosed tag at the end of the template, and gives no line. */
function lastLine(source: string): number {
  return source.trimEnd().split('\n').length
}

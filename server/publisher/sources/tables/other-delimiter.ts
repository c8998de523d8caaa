import { SourceError } from '../source-error.ts'
import { mostFrequent } from './delimiter.ts'

const names: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '|': 'bars' }

/** Throws SourceError 'unreadable' for a table whose lines have no tab, and as many of another delimiter each. */
export function refuseOtherDelimiter(text: string, file: string): void {
  const lines = text
    .slice(0, 100_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const [head = '', ...rows] = lines.slice(0, 20)
  const { delimiter, count } = mostFrequent(head)
  const name = names[delimiter]
  if (name === undefined || count < 3 || [head, ...rows].some((line) => line.includes('\t'))) return
  const line = text.slice(0, text.indexOf(head)).split('\n').length
  const problem = `its fields are separated by ${name}, and not by tabs.`
  const hint = `Read it with csv("${file}"), or export it tab-separated.`
  throw new SourceError('unreadable', file, problem, hint, line)
}

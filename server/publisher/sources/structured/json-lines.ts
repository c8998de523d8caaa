import { requireText } from '../require-text.ts'
import { SourceError } from '../source-error.ts'
import { refuseManyRecords, refuseManyValues } from './data-limits.ts'
import { readJson } from './json.ts'

export interface JsonLines {
  readonly records: readonly object[]
  /** The last line does not end in a newline: it may be whole, or the number at its end cut off. */
  readonly unterminated: boolean
}

/**
 * Reads one JSON object a line; blank lines are passed over. Throws 'half_written' for a last line without an end that
 * is no object yet, and 'unreadable' with the line for any other that is none.
 */
export function readJsonLines(text: string, file: string): JsonLines {
  requireText(text, file)
  const lines = text.split('\n')
  refuseManyRecords(lines.length, file)
  refuseManyValues(text, file)
  const unterminated = !text.endsWith('\n')
  const records = lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const isCut = unterminated && index === lines.length - 1
    return [readLine(line, file, index + 1, isCut)]
  })
  return { records, unterminated }
}

function readLine(text: string, file: string, line: number, isCut: boolean): object {
  try {
    const record = readJson(text, file)
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    if (!isCut) throw notOneObject(text, file, line, error)
  }
  if (!isCut) throw notOneObject(text, file, line)
  const hint = 'The next save will complete it; nothing is lost.'
  throw new SourceError('half_written', file, 'the last line stops in the middle of an object.', hint, line)
}

function notOneObject(text: string, file: string, line: number, error?: SourceError): SourceError {
  const found = /: (\S+) is not expected/.exec(error?.message ?? '')?.[1]
  const problem = `this line is no JSON object${found === undefined ? '' : `: ${found} is not expected here`}.`
  const isList = line === 1 && /^\s*\[/.test(text)
  const hint = isList
    ? `A list, or an object over several lines, is read by json("${file}").`
    : `Each line must be one whole object, such as {"name": "Ann"}; json("${file}") reads one over several lines.`
  return new SourceError('unreadable', file, problem, hint, line)
}

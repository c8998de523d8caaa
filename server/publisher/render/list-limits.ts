import type { PipelineProblem } from '../../../lib/server-api/pipeline-state.ts'
import { isArray } from '../parse/parse.ts'

/** What a rendered list may hold. More than any event has; a larger list is a mistake in a template. */
export interface ListLimits {
  readonly records: number
  /** Characters of the list, and of one record. */
  readonly characters: number
  readonly recordCharacters: number
}

export const defaultListLimits: ListLimits = { records: 20_000, characters: 16_000_000, recordCharacters: 50_000 }

/**
 * The problem of a rendered list that exceeds a limit; undefined for any other. Called in the process that renders, so
 * that the server never handles such a list.
 */
export function listProblem(
  lines: readonly string[],
  file: string,
  limits = defaultListLimits,
): PipelineProblem | undefined {
  const { characters } = limits
  const length = lines.reduce((sum, line) => sum + line.length + 1, -1)
  if (length > characters) {
    return problem(file, `The template renders ${length} characters; at most ${characters} are possible.`)
  }
  const sizes = recordSizes(lines)
  if (sizes.length > limits.records) {
    return problem(file, `The template renders ${sizes.length} records; at most ${limits.records} are possible.`)
  }
  const most = limits.recordCharacters
  const large = sizes.findIndex((size) => size > most)
  if (large < 0) return undefined
  const many = `${sizes.filter((size) => size > most).length} of ${sizes.length} records`
  return problem(file, `Record ${large + 1} has ${sizes[large]} characters; at most ${most} are possible (${many}).`)
}

/** The sizes of the records in characters, in order. Text that is no list has its problem told by the parser. */
function recordSizes(lines: readonly string[]): readonly number[] {
  if (!isArray(lines)) return lines.filter(isFilled).map(({ length }) => length)
  try {
    const list: unknown = JSON.parse(lines.join('\n'))
    return Array.isArray(list) ? list.map((record) => JSON.stringify(record).length) : []
  } catch {
    return []
  }
}

// Most records begin at once; only others need a closer look.
function isFilled(line: string): boolean {
  return line[0] === '{' || /\S/.test(line)
}

function problem(file: string, message: string): PipelineProblem {
  const hint = 'Look for a loop that repeats records, and for a column that does not belong to results.'
  return { code: 'list_too_large', message: `${file}: ${message}`, hint: `${hint} The last good list stays.`, file }
}

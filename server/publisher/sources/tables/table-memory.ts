import { createTextMemory } from '../../memory/pass-memory.ts'
import { createNoShapedMemory, createShapedMemory, type ShapedMemory } from '../../memory/shaped-memory.ts'

/** What was made of the lines of a table, so that the next pass reads only those that are new. */
export interface TableMemory {
  /** The fields of each line that needs no parser. By delimiter. */
  readonly lines: ShapedMemory<string, readonly string[] | undefined>
  /** The row of these fields. By the names of the columns. */
  readonly rows: ShapedMemory<readonly string[], Readonly<Record<string, string>>>
}

export function createTableMemory(): TableMemory {
  return { lines: createShapedMemory(() => createTextMemory()), rows: createShapedMemory() }
}

/** For a table that is read once. */
export function noTableMemory(): TableMemory {
  return { lines: createNoShapedMemory(), rows: createNoShapedMemory() }
}

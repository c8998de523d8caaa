import type { PassMemory } from '../../memory/pass-memory.ts'
import type { RowLoop } from './row-loops.ts'

/** What a round of a loop wrote. */
export interface KeptRow {
  readonly text: string
  /** The text without its line end, if it is one line. */
  readonly line: string | undefined
  /** The names that it took from the row, and from records inside of it. */
  readonly names: readonly string[]
  readonly inner: readonly { readonly record: object; readonly names: readonly string[] }[]
  /** The runs of the row, where the loop asks for them. */
  readonly runs: unknown
}

/** What the rounds of a loop wrote, by row. */
export type KnownRows = PassMemory<object, KeptRow>

/** What a rendering does with the rounds of its loops. */
export interface RowEvents {
  /** Called with the names that a round takes from a record. */
  readonly onReads: (record: object, names: readonly string[]) => void
  /** The runs of a row of a table; undefined for any other record. The same while row and columns are the same. */
  readonly runsOf: (row: object) => object | undefined
  /** Called with what goes straight into the list, in its order; without it, the template gives its text. */
  readonly onWrite?: ((written: KeptRow | string) => void) | undefined
}

/** What the compiled rounds of a template call. */
export interface KeptRows {
  /** What the round of this row wrote in the last pass, if it would write the same now. */
  recall(loop: number, row: unknown): KeptRow | undefined
  /** Begins a round that has to be rendered. */
  begin(row: unknown): void
  /** Ends it. */
  keep(loop: number, row: unknown, text: string): KeptRow
  /** Adds what a round wrote behind what the template wrote before; gives what the template still has to write. */
  write(loop: number, before: string, kept: KeptRow): string
  /** Notes a name that is taken from a record, by the round that is being rendered. */
  noteRead(record: object, name: string): void
  /** The round that is being rendered depends on more than its row. */
  noteDoubt(): void
  /** After the last round. */
  end(): void
}

/** Keeps what the rounds of some loops write, in memories of which each loop has one. */
export function createKeptRows(
  loops: readonly RowLoop[],
  memories: readonly KnownRows[],
  { onReads, runsOf, onWrite }: RowEvents,
): KeptRows {
  const lists = new Map<string, readonly string[]>()
  let reads = new Map<object, Set<string>>()
  let isDoubtful = true

  /** The same array for the same names, so that thousands of rows hold a few. */
  const listOf = (names: Iterable<string> = []): readonly string[] => {
    const list = [...names]
    const key = JSON.stringify(list)
    const known = lists.get(key) ?? list
    lists.set(key, known)
    return known
  }
  const isRecord = (row: unknown): row is object => typeof row === 'object' && row !== null

  return {
    recall(loop, row) {
      const memory = memories[loop]
      const kept = isRecord(row) ? memory?.last(row) : undefined
      if (!kept || !memory || !isRecord(row)) return undefined
      if (loops[loop]?.asksForRuns && runsOf(row) !== kept.runs) return undefined
      onReads(row, kept.names)
      for (const { record, names } of kept.inner) onReads(record, names)
      return memory.recall(row, () => kept)
    },
    begin(row) {
      reads = new Map()
      isDoubtful = !isRecord(row)
    },
    keep(loop, row, text) {
      const end = text.indexOf('\n')
      const line = end >= 0 && end === text.length - 1 ? text.slice(0, -1) : undefined
      const { [loop]: memory } = memories
      const runs = loops[loop]?.asksForRuns && isRecord(row) ? runsOf(row) : undefined
      const isUnknown = loops[loop]?.asksForRuns === true && runs === undefined
      const inner = [...reads].flatMap(([record, names]) => (record === row ? [] : [{ record, names: listOf(names) }]))
      const kept = { text, line, runs, inner, names: listOf(isRecord(row) ? reads.get(row) : []) }
      if (memory && isRecord(row) && !isDoubtful && !isUnknown)
        memory.recall(
          row,
          () => kept,
          () => false,
        )
      isDoubtful = true
      return kept
    },
    write(loop, before, kept) {
      if (!onWrite || !loops[loop]?.isOuter) return before + kept.text
      if (before !== '') onWrite(before)
      onWrite(kept)
      return ''
    },
    noteRead(record, name) {
      const names = reads.get(record) ?? new Set()
      reads.set(record, names)
      names.add(name)
    },
    noteDoubt() {
      isDoubtful = true
    },
    end() {
      for (const memory of memories) memory.endPass()
    },
  }
}

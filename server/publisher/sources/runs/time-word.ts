import type { TableColumn } from '../table-column.ts'
import { type Evidence, evidenceOf, type Row } from './column-content.ts'
import { type ColumnHeading, sureWords, type TimeWord, timeWords } from './column-heading.ts'

interface Read {
  readonly column: TableColumn
  readonly heading: ColumnHeading | undefined
}

/** How far a word is believed by what its columns hold: a word with two meanings never comes before a sure one. */
const belief: Readonly<Record<'sure' | 'other', Readonly<Record<Evidence, number>>>> = {
  sure: { runs: 5, blank: 4, something_else: 2 },
  other: { runs: 3, blank: 1, something_else: 0 },
}

/** The one word of a table whose columns are runs, such as `lap`; undefined for none. */
export function chooseWord(all: readonly Read[], rows: readonly Row[]): TimeWord | undefined {
  let best: { readonly word: TimeWord; readonly belief: number } | undefined
  for (const word of timeWords) {
    const believed = believe(word, all, rows)
    if (believed > (best?.belief ?? 0)) best = { word, belief: believed }
  }
  return best?.word
}

function believe(word: TimeWord, all: readonly Read[], rows: readonly Row[]): number {
  const own = all.filter(({ heading }) => heading?.kind === 'time' && heading.word === word)
  const numbered = own.filter(({ heading }) => heading?.run !== undefined)
  if (numbered.length === 0 && own.length < 2 && !own.some((one) => hasPenaltyBehind(one, all))) return 0
  const columns = numbered.length > 0 ? numbered : own
  const evidence = evidenceOf(
    columns.map(({ column }) => column.key),
    rows,
  )
  const isSure = sureWords.has(word) && numbered.length > 0
  return belief[isSure ? 'sure' : 'other'][evidence]
}

/** A single column without a number is a run when a penalty follows it. */
function hasPenaltyBehind(one: Read, all: readonly Read[]): boolean {
  const next = all[all.indexOf(one) + 1]?.heading
  return next?.kind === 'penalty' && next.run === undefined
}

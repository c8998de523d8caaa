import type { TableColumn } from '../table-column.ts'
import { columnsBeyondHeader } from './beyond-header.ts'
import { looksLikePenalties, type Row } from './column-content.ts'
import { type ColumnHeading, readHeading, type TimeWord } from './column-heading.ts'
import { type RunColumn, type RunPart, runColumn } from './run-column.ts'
import { chooseWord } from './time-word.ts'

type Place = { readonly day: number; readonly run: number }
type Read = { readonly column: TableColumn; readonly heading: ColumnHeading | undefined }

/**
 * Finds the columns of runs by their headings, such as `Run 1` and `Pen 1`, `Day 1 Run 1`, `Time,Pen,Time,Pen`, and by
 * their cells where a heading can mean something else. A penalty without a number belongs to the run before it. Sorted
 * by day and run; at the end, the columns that go on with runs beyond the header.
 */
export function findRunColumns(columns: readonly TableColumn[], rows: readonly Row[]): readonly RunColumn[] {
  const all = columns.map((column): Read => ({ column, heading: readHeading(column.heading) }))
  const word = chooseWord(all, rows)
  if (word === undefined) return []
  const places = timePlaces(all, word)
  const runs = new Map<number, Place & { parts: RunPart[] }>()
  const add = (place: Place, part: RunPart['part'], column: TableColumn) => {
    const key = place.day * 10_000 + place.run
    const run = runs.get(key) ?? { ...place, parts: [] }
    runs.set(key, run)
    run.parts.push({ part, column })
  }
  for (const [column, place] of places) add(place, 'time', column)
  const isRun = ({ day, run }: Place) => runs.has(day * 10_000 + run)
  for (const { column, heading } of all) {
    if (heading?.kind !== 'penalty') continue
    if (heading.isShort && !looksLikePenalties(column.key, rows)) continue
    const place = heading.run === undefined ? runBefore(column, heading, all, places) : numberedPlace(heading, word)
    if (place && isRun(place)) add(place, heading.part, column)
  }
  const found = [...runs.entries()].sort(([a], [b]) => a - b).map(([, run]) => runColumn(run))
  return [...found, ...columnsBeyondHeader(found, columns, rows)]
}

/** Where each time belongs: by its number, or one after the other when a heading without a number repeats. */
function timePlaces(all: readonly Read[], word: TimeWord): ReadonlyMap<TableColumn, Place> {
  const times = all.flatMap(({ column, heading }) =>
    heading?.kind === 'time' && heading.word === word ? [{ column, ...heading }] : [],
  )
  const numbered = times.filter(({ run }) => run !== undefined)
  if (numbered.length > 0) return new Map(numbered.map(({ column, day, run }) => [column, { day, run: run ?? 0 }]))
  // A single `Time` can be a total, and a single `Run` the number of runs: they are runs with a penalty beside them.
  return new Map(times.map(({ column }, index) => [column, { day: 0, run: index + 1 }]))
}

function numberedPlace(heading: ColumnHeading & { kind: 'penalty' }, word: TimeWord): Place | undefined {
  const isOwn = heading.word === undefined || sameRuns(heading.word, word)
  return isOwn ? { day: heading.day, run: heading.run ?? 0 } : undefined
}

function sameRuns(a: TimeWord, b: TimeWord): boolean {
  const runs: readonly TimeWord[] = ['run', 'r']
  return a === b || (runs.includes(a) && runs.includes(b))
}

/** The run whose time is in front of a penalty without a number; undefined where that is not sure. */
function runBefore(
  column: TableColumn,
  heading: ColumnHeading & { kind: 'penalty' },
  all: readonly Read[],
  places: ReadonlyMap<TableColumn, Place>,
): Place | undefined {
  const same = all.filter(({ heading: other }) => isBare(other) && other.part === heading.part)
  const firstTime = Math.min(...[...places.keys()].map(({ index }) => index))
  // One penalty after several runs may be the sum of all; one in front of the first run makes all of them unsure.
  if (same.length === 1 && places.size > 1) return undefined
  if (same.some(({ column: { index } }) => index < firstTime)) return undefined
  for (let at = all.findIndex((one) => one.column === column) - 1; at >= 0; at -= 1) {
    const before = all[at]
    const place = before && places.get(before.column)
    if (place || !before) return place
    if (!isBare(before.heading)) return undefined
  }
  return undefined
}

function isBare(heading: ColumnHeading | undefined): heading is ColumnHeading & { kind: 'penalty' } {
  return heading?.kind === 'penalty' && heading.run === undefined
}

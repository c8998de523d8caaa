import type { Batch } from './batches.ts'
import type { Result } from './worker.ts'

interface Row {
  readonly cases: number
  readonly milliseconds: number
  readonly failures: number
}

export interface Tally {
  add(batch: Batch, result: Result): void
  total(): Row
  /** A line for each property, with head and sum. Seconds are those of all processes together. */
  table(): readonly string[]
  /** The report of the first broken batch of each property, by its round, whatever the number of processes. */
  reports(): readonly string[]
}

const nothing: Row = { cases: 0, milliseconds: 0, failures: 0 }

/** Counts the cases, the time and the failures of each property. */
export function createTally(titles: readonly string[]): Tally {
  const rows = new Map(titles.map((title) => [title, nothing]))
  const first = new Map<string, { readonly round: number; readonly report: string }>()
  const total = () => [...rows.values()].reduce(plus, nothing)

  return {
    add({ title, round }, { outcome, milliseconds }) {
      const failures = outcome.kind === 'broken' ? 1 : 0
      rows.set(title, plus(rows.get(title) ?? nothing, { cases: outcome.cases, milliseconds, failures }))
      if (outcome.kind === 'broken' && round <= (first.get(title)?.round ?? round)) {
        first.set(title, { round, report: outcome.report })
      }
    },
    total,
    table() {
      const width = Math.max(...titles.map((title) => title.length))
      const head = `${'property'.padEnd(width)}        cases   seconds  failures`
      return [head, ...[...rows, ['all', total()] as const].map(([title, row]) => line(title.padEnd(width), row))]
    },
    reports: () => titles.flatMap((title) => first.get(title)?.report ?? []),
  }
}

function line(property: string, { cases, milliseconds, failures }: Row): string {
  const seconds = (milliseconds / 1000).toFixed(1)
  return `${property}  ${counted(cases).padStart(11)}  ${seconds.padStart(8)}  ${counted(failures).padStart(8)}`
}

function plus(one: Row, other: Row): Row {
  return {
    cases: one.cases + other.cases,
    milliseconds: one.milliseconds + other.milliseconds,
    failures: one.failures + other.failures,
  }
}

/** `1,000,000` */
export function counted(count: number): string {
  return count.toLocaleString('en-GB')
}

import { type Event, eventSchema } from '../../../../lib/record/event.ts'
import { parseTime } from '../../../../lib/record/run.ts'
import { entryResult } from '../../../../lib/scoring/entry-result.ts'
import type { Runs } from '../../sources/runs/read-runs.ts'

/** Rules under which the runs of most entries give the total that the file prints. */
export interface ScoringGuess {
  readonly scoring: Event['scoring']
  readonly drop_slowest: number
  readonly cone_seconds: number
  /** How many of the entries with a printed total and runs agree. */
  readonly agreeing: number
  readonly compared: number
}

/** The runs of an entry, and the total that the file prints. */
export interface PrintedTotal {
  readonly runs: Runs
  readonly total: string
}

/** As many entries as show the rule. */
const enough = 80
/** The least share of entries that must agree. */
const leastShare = 0.6

type Rules = Pick<ScoringGuess, 'scoring' | 'drop_slowest' | 'cone_seconds'>

/** From the most usual one on, so that of rules that agree alike the first is taken. */
const usual: readonly Rules[] = [2, 0, 1, 5, 10].flatMap((cone_seconds): readonly Rules[] => [
  { scoring: 'best_run', drop_slowest: 0, cone_seconds },
  { scoring: 'sum_of_best', drop_slowest: 0, cone_seconds },
  ...[0, 1, 2].map((drop_slowest): Rules => ({ scoring: 'cumulative', drop_slowest, cone_seconds })),
])

/** The rules that fit the printed totals best; undefined when none fits most of them. */
export function guessScoring(entries: readonly PrintedTotal[]): ScoringGuess | undefined {
  const printed = entries
    .map(({ runs, total }) => ({ runs, total: parseTime(total.trim()) }))
    .filter(({ runs, total }) => total !== undefined && total > 0 && runs.length > 0)
    .slice(0, enough)
  let best: ScoringGuess | undefined
  for (const rules of usual) {
    const event = eventOf(rules)
    const agreeing = printed.filter(({ runs, total }) => totalOf(runs, event) === total).length
    if (agreeing > (best?.agreeing ?? 0)) best = { ...rules, agreeing, compared: printed.length }
  }
  return best && best.agreeing >= best.compared * leastShare ? best : undefined
}

function eventOf({ scoring, drop_slowest, cone_seconds }: Rules): Event {
  return eventSchema.parse({ title: 'Guess', scoring, drop_slowest, penalties: { cone_seconds } })
}

function totalOf(runs: Runs, event: Event): number | undefined {
  return entryResult({ driver_name: 'guess', runs: [...runs] as string[] | string[][] }, event, new Map()).total
}

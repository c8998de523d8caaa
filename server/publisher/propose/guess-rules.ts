import { parseRun } from '../../../lib/record/run.ts'
import { guessScoring } from '../recognise/entries/guess-scoring.ts'
import type { RecognisedEntry, RecognisedFile } from '../recognise/entries/recognition.ts'
import type { Runs } from '../sources/runs/read-runs.ts'

/** Settings of the rules of an event, each with why it is proposed. */
export interface ProposedRules {
  readonly scoring: Setting<'best_run' | 'sum_of_best' | 'cumulative' | 'best_lap' | 'laps_then_time'>
  readonly drop_slowest: Setting<number> | undefined
  readonly cone_seconds: Setting<number> | undefined
  readonly runs_per_entry: Setting<number> | undefined
  readonly time_format: Setting<'minutes'> | undefined
}

export interface Setting<T> {
  readonly value: T
  readonly why: string
}

/** The rules that the totals and the runs of the files speak for. */
export function guessRules(files: readonly RecognisedFile[]): ProposedRules {
  const entries = files.flatMap((file) => file.entries)
  const feed = files.map(({ about }) => about.feed).find(Boolean)
  const isLaps = files.some(({ about }) => about.isLaps)
  const guess = guessScoring(entries.filter(({ group }) => group === ''))
  const agreeing = guess && `${guess.agreeing} of ${guess.compared} totals in the file agree`
  return {
    scoring: feed ? feedScoring(feed.isRace) : scoringOf(guess?.scoring, agreeing, entries, isLaps),
    drop_slowest:
      guess && guess.drop_slowest > 0 ? { value: guess.drop_slowest, why: 'the slowest do not count' } : undefined,
    cone_seconds:
      guess && guess.cone_seconds !== 2
        ? { value: guess.cone_seconds, why: coneReason(guess.cone_seconds) }
        : undefined,
    runs_per_entry: isLaps ? undefined : runsPerEntry(entries),
    time_format: isInMinutes(entries) ? { value: 'minutes', why: 'as in the file: 1:43.769' } : undefined,
  }
}

function feedScoring(isRace: boolean): ProposedRules['scoring'] {
  if (isRace) return { value: 'laps_then_time', why: 'a race; best_lap is practice and qualifying' }
  return { value: 'best_lap', why: 'practice and qualifying; laps_then_time is a race' }
}

function coneReason(seconds: number): string {
  return seconds === 0 ? 'the times in the file hold their cones already' : 'the totals in the file speak for it'
}

function scoringOf(
  guessed: ProposedRules['scoring']['value'] | undefined,
  agreeing: string | undefined,
  entries: readonly RecognisedEntry[],
  isLaps: boolean,
): ProposedRules['scoring'] {
  const isByCourse = entries.some(({ runs }) => Array.isArray(runs[0]))
  if (guessed === 'cumulative' && isLaps)
    return { value: 'laps_then_time', why: `most laps, then least time: ${agreeing}` }
  if (guessed === 'best_run' && isLaps) return { value: 'best_lap', why: `practice or time trial: ${agreeing}` }
  if (guessed === 'cumulative') return { value: 'cumulative', why: `all runs add up: ${agreeing}` }
  if (guessed === 'sum_of_best' && isByCourse)
    return { value: 'sum_of_best', why: `the best of each day or course adds up: ${agreeing}` }
  if (guessed === 'best_run') return { value: 'best_run', why: agreeing ?? '' }
  if (isByCourse) return { value: 'sum_of_best', why: 'a guess, since there are several days or courses' }
  if (isLaps) return { value: 'best_lap', why: 'a guess, since there are laps; laps_then_time is a race' }
  return { value: 'best_run', why: 'a guess; cumulative is rallycross, where all runs add up' }
}

/** The number of runs that most entries have, when nobody has more. */
function runsPerEntry(entries: readonly RecognisedEntry[]): Setting<number> | undefined {
  const counts = entries.flatMap(({ runs }) => coursesOf(runs).map(madeRuns))
  const most = Math.max(0, ...counts)
  const having = counts.filter((count) => count === most).length
  return most > 1 && having > counts.length / 2
    ? { value: most, why: 'as most entries have now; true at the end of the day alone' }
    : undefined
}

function coursesOf(runs: Runs): readonly (readonly string[])[] {
  return runs.some(Array.isArray) ? (runs as readonly (readonly string[])[]) : [runs as readonly string[]]
}

function madeRuns(runs: readonly string[]): number {
  return runs.filter((run) => !['not_run', 'rerun'].includes(parseRun(run).kind)).length
}

function isInMinutes(entries: readonly RecognisedEntry[]): boolean {
  const runs = entries
    .flatMap((entry) => entry.runs.flat())
    .filter((run) => /\d/.test(run))
    .slice(0, 500)
  return runs.length > 0 && runs.filter((run) => run.includes(':')).length > runs.length / 2
}

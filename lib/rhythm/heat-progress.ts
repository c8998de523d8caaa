import { compareHeats } from '../chances/run-order.ts'
import { type HeatCars, hasDriven } from './heat-cars.ts'

/** How far the heat is that is on. */
export interface HeatProgress {
  readonly heat: string
  /** The number of heats; undefined unless they are numbered 1 to n, and for a single one. */
  readonly of: number | undefined
  /** The run that is driven, from 1, by so many of the entries of the heat. */
  readonly round: number
  readonly driven: number
  readonly entries: number
  /** What follows this round; undefined: nothing, or nothing that is known. */
  readonly next: ComesNext | undefined
}

type ComesNext = { readonly kind: 'run'; readonly run: number } | { readonly kind: 'heat'; readonly heat: string }

/** `heat` is the one of the `cars`. Without `runsPerEntry` nobody knows what follows. */
export function heatProgress(
  found: HeatCars,
  heat: string,
  round: number,
  runsPerEntry: number | undefined,
): HeatProgress {
  const { cars, heats } = found
  const labels = [...heats].filter((label) => label !== '')
  const isNumbered = labels.length > 1 && labels.every((label) => /^[1-9]\d?$/.test(label) && +label <= labels.length)
  return {
    heat,
    of: isNumbered ? labels.length : undefined,
    round,
    driven: cars.filter((car) => hasDriven(car, round)).length,
    entries: cars.length,
    next: runsPerEntry === undefined ? undefined : comesNext(found, heat, round, runsPerEntry),
  }
}

function comesNext(found: HeatCars, heat: string, round: number, runsPerEntry: number): ComesNext | undefined {
  if (round < runsPerEntry) return { kind: 'run', run: round + 1 }
  const [next] = notBegun(found)
    .filter((other) => compareHeats.compare(heat, other) < 0)
    .sort(compareHeats.compare)
  return next === undefined ? undefined : { kind: 'heat', heat: next }
}

/** The heats without a run. */
export function notBegun({ heats, begun }: HeatCars): readonly string[] {
  return [...heats].filter((heat) => heat !== '' && !begun.has(heat))
}

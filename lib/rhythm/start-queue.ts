import { compareText } from '../table/sort-key.ts'
import { type Car, hasDriven } from './heat-cars.ts'

/** The cars of a heat in their order, and the first that waits for its start in this round. */
interface RunOrder {
  readonly ordered: readonly Car[]
  readonly first: number
}

/**
 * How far a heat is in its order: the place where most cars before it have driven this round, and most behind it have
 * not. A car that was skipped, or drove out of turn, moves it only when others confirm that. Undefined if too many cars
 * contradict every place.
 */
export function runOrder(cars: readonly Car[], round: number): RunOrder | undefined {
  const ordered = cars.filter(({ order }) => order !== undefined).sort(compareOrders)
  const driven = ordered.filter((car) => hasDriven(car, round)).length
  // With all cars behind the place, those that have driven contradict it.
  let contradictions = driven
  let [fewest, first] = [driven, 0]
  for (const [index, car] of ordered.entries()) {
    contradictions += hasDriven(car, round) ? -1 : 1
    if (contradictions < fewest) [fewest, first] = [contradictions, index + 1]
  }
  const allowed = 1 + Math.floor(Math.min(driven, ordered.length - driven) / 4)
  const isContradicted = fewest > allowed || (fewest > 0 && fewest >= driven)
  return isContradicted ? undefined : { ordered, first }
}

/** Two drivers of one car may share its number. */
function compareOrders(a: Car, b: Car): number {
  const byOrder = (a.order ?? 0) - (b.order ?? 0)
  return byOrder || compareText(a.standing.driver.driver_name, b.standing.driver.driver_name)
}

/**
 * The number of cars ahead of each car, by driver_name: in this round, then in the next one if the number of runs is
 * known. A car that was skipped in this round, or has a rerun to come, is in none.
 */
export function carsAhead(
  { ordered, first }: RunOrder,
  round: number,
  runsPerEntry: number | undefined,
): ReadonlyMap<string, number> {
  const ahead = new Map<string, number>()
  const waiting = ordered.slice(first).filter((car) => !hasDriven(car, round))
  for (const [index, { standing }] of waiting.entries()) ahead.set(standing.driver.driver_name, index)
  const again = round < (runsPerEntry ?? 0) ? ordered.filter(({ done }) => done <= round) : []
  for (const [index, car] of again.entries()) {
    const { driver_name } = car.standing.driver
    if (car.done >= round && !ahead.has(driver_name)) ahead.set(driver_name, waiting.length + index)
  }
  return ahead
}

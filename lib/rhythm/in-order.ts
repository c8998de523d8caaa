import type { Car } from './heat-cars.ts'
import type { LatestRun } from './latest-runs.ts'

/** The saves that are looked at. */
const mostSaves = 7

/**
 * Whether the last runs of a heat followed its order at least every other time, from one save to the next. At the
 * bounds of a round nothing else tells whether the cars keep to it. True without two saves.
 */
export function inOrder(ordered: readonly Car[], runs: readonly LatestRun[]): boolean {
  const indexes = new Map(ordered.map(({ standing }, index) => [standing.driver.driver_name, index]))
  const saves = new Map<number, number[]>()
  for (const { version, standing } of runs) {
    const index = indexes.get(standing.driver.driver_name)
    if (index === undefined) continue
    if (saves.size === mostSaves && !saves.has(version)) break
    saves.set(version, [...(saves.get(version) ?? []), index])
  }
  const reach = Math.max(1, Math.floor(ordered.length / 4))
  const steps = [...saves.values()].slice(1).map((before, newer) => {
    const after = [...saves.values()][newer] ?? []
    return before.some((from) => after.some((to) => isWithin(to - from, reach, ordered.length)))
  })
  return steps.filter((follows) => follows).length * 2 >= steps.length
}

/** Behind the last car, the first one is next. */
function isWithin(difference: number, reach: number, cars: number): boolean {
  const steps = difference > 0 ? difference : difference + cars
  return steps <= reach
}

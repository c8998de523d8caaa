import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect } from 'vitest'
import { applyChanges, noChanges } from '../list/diff.ts'
import { byName, type Drivers } from '../record/driver.ts'
import { type Property, property } from '../sync/properties/property.fixture.ts'
import { createStandings, type StandingsStep } from './create-standings.ts'
import { type Day, day } from './days.fixture.ts'
import { plainStandings } from './plain-standings.fixture.ts'
import type { Standings } from './standings.ts'

interface ListAndStep {
  readonly drivers: Drivers
  readonly step: StandingsStep
}

/** Every list of a day, the empty one first, each with the builder's step. */
function follow({ event, first, steps }: Day): readonly ListAndStep[] {
  const builder = createStandings(event)
  let drivers: Drivers = new Map()
  const empty = { drivers, step: builder.apply(noChanges) }
  const others = [{ ...noChanges, update: first }, ...steps].map((changes) => {
    drivers = applyChanges(drivers, changes)
    return { drivers, step: builder.apply(changes) }
  })
  return [empty, ...others]
}

/** Standings as plain values; the rows by name are in the order of `names`. */
function plainValues({ by_name, ...rest }: Standings, names: Iterable<string>) {
  return { ...rest, size: by_name.size, by_name: Array.from(names, (name) => by_name.get(name)) }
}

/** `toEqual` explains a difference, but takes ten times as long: it is called only when there is one. */
function expectEqual(value: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(value, expected)) expect(value).toEqual(expected)
}

function expectSameWhereEqual(before: unknown, after: unknown): void {
  expect(after === before).toBe(isDeepStrictEqual(after, before))
}

export const standingsProperties: readonly Property[] = [
  property(
    [],
    'standings after every change of a day equal the plain standings of the whole list',
    fc.property(day, (day) => {
      for (const { drivers, step } of follow(day)) {
        const { rows, ...expected } = plainStandings(drivers.values(), day.event)
        const names = [...drivers.keys()]
        const by_name = names.map((name) => rows.get(name))
        expectEqual(plainValues(step.standings, names), { ...expected, size: names.length, by_name })
        for (const name of names) expect(step.standings.by_name.has(name)).toBe(true)
        for (const row of step.standings.raw) expect(step.standings.by_name.get(row.driver.driver_name)).toBe(row)
      }
    }),
  ),
  property(
    [],
    'rows, classes and lists keep their identity exactly when they are equal',
    fc.property(day, (day) => {
      const all = follow(day)
      for (const [index, { drivers, step }] of all.entries()) {
        const { standings: before } = all[index - 1]?.step ?? step
        const { standings: after } = step
        for (const name of drivers.keys()) expectSameWhereEqual(before.by_name.get(name), after.by_name.get(name))
        for (const group of after.classes) {
          expectSameWhereEqual(
            before.classes.find(({ code }) => code === group.code),
            group,
          )
        }
        for (const list of ['classes', 'pax', 'raw'] as const) expectSameWhereEqual(before[list], after[list])
        if (step.changed.length === 0) expect(after).toBe(before)
      }
    }),
  ),
  property(
    [],
    'a step reports exactly the rows that differ from the step before, each once',
    fc.property(day, (day) => {
      const all = follow(day)
      for (const [index, { drivers, step }] of all.entries()) {
        const { standings: before } = all[index - 1]?.step ?? step
        const { standings: after } = step
        const names = new Set([...drivers.keys(), ...before.raw.map(({ driver }) => driver.driver_name)])
        const differing = [...names].filter(
          (name) => !isDeepStrictEqual(before.by_name.get(name), after.by_name.get(name)),
        )
        const reported = step.changed.map((row) => (row.after ?? row.before)?.driver.driver_name ?? '')
        expect(reported.toSorted()).toEqual(differing.toSorted())
        for (const [index, row] of step.changed.entries()) {
          const name = reported[index] ?? ''
          expect(row.before).toBe(before.by_name.get(name))
          expect(row.after).toBe(after.by_name.get(name))
        }
      }
    }),
  ),
  property(
    [],
    'no later change alters the standings of a step',
    fc.property(day, ({ event, first, steps }) => {
      const builder = createStandings(event)
      const names = [...byName(first).keys()]
      const { standings } = builder.apply({ ...noChanges, update: first })
      const copy = structuredClone(plainValues(standings, names))
      for (const changes of steps) builder.apply(changes)
      expectEqual(plainValues(standings, names), copy)
    }),
  ),
]

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { type TestEntry, testStandings } from '../standings/test-standings.fixture.ts'
import { classState } from './class-state.ts'

const two = { runs_per_entry: 2 }

function stateOf(entries: readonly TestEntry[], settings: Record<string, unknown> = two) {
  const { event, all } = testStandings(entries, settings)
  const [first] = all.classes
  return first && classState(first, event)
}

describe('the state of a class', () => {
  test.each<[condition: string, entries: TestEntry[], kind: string, runsLeft: number]>([
    ['an entry with runs left has no time', [ann(['40.0', '41.0']), bob(['DNF'])], 'open', 1],
    ['an entry has not run', [ann(['40.0']), bob([])], 'open', 3],
    ['an entry behind the first has a run left', [ann(['40.0', '41.0']), bob(['42.0'])], 'podium_open', 1],
    ['the only first has a run left', [ann(['40.0']), bob(['42.0', '43.0'])], 'decided', 1],
    ['one of two firsts has a run left', [ann(['40.0']), bob(['40.0', '43.0'])], 'podium_open', 1],
    ['a run is to be driven again', [ann(['40.0', '41.0']), bob(['42.0', '43.0+RRN'])], 'podium_open', 1],
    ['nobody has a run left', [ann(['40.0', '41.0']), bob(['42.0', 'DNF'])], 'decided', 0],
    ['an entry ends without a time', [ann(['40.0', '41.0']), bob(['DNF', 'DNF'])], 'decided', 0],
    ['only a disqualified entry has runs left', [ann(['40.0', '41.0']), bob([], { status: 'DSQ' })], 'decided', 0],
  ])('given that %s, then it is as the runs left allow', (_, entries, kind, runs_left) => {
    expect(stateOf(entries)).toEqual({ kind, runs_left })
  })

  test('given no number of runs, then it is never decided before the event is final', () => {
    const entries = [ann(['40.0', '41.0']), bob(['42.0', '43.0'])]
    expect(stateOf(entries, {})).toEqual({ kind: 'podium_open', runs_left: undefined })
    expect(stateOf([...entries, ['Cy', 'SS', []]], {})?.kind).toBe('open')
    expect(stateOf([ann(['40.0'])], {})?.kind).toBe('podium_open')
    expect(stateOf(entries, { state: 'final' })).toEqual({ kind: 'decided', runs_left: undefined })
  })

  test('given a sum of all runs, then a run left of the first can cost the position', () => {
    const entries = [ann(['40.0']), bob(['42.0', '43.0'])]
    expect(stateOf(entries, { ...two, scoring: 'cumulative', required_runs: 1 })?.kind).toBe('podium_open')
  })

  test('given a class of time-only entries, then there is none', () => {
    expect(stateOf([ann(['40.0'])], { ...two, classes: [{ code: 'SS', counts: false }] })).toBeUndefined()
  })
})

const run = fc.constantFrom('38.000', '39.000', '40.000', '40.000+1', '41.000', 'DNF', 'OFF')
const runs = fc.array(run, { maxLength: 2 })
const rule = fc.record({
  scoring: fc.constantFrom('best_run', 'sum_of_best', 'cumulative', 'best_lap'),
  ties: fc.constantFrom('shared', 'next_best_run'),
  drop_slowest: fc.constantFrom(0, 1),
  required_runs: fc.constantFrom(1, 2),
})

test('given any class that is decided, when all runs left are driven, then no trophy and no winner changes', () => {
  let decided = 0
  fc.assert(
    fc.property(
      fc.array(runs, { minLength: 1, maxLength: 4 }),
      fc.array(run, { minLength: 8, maxLength: 8 }),
      rule,
      (all, rest, settings) => {
        const before = all.map((own, index): TestEntry => [`${index}`, 'SS', own])
        const now = testStandings(before, { ...two, ...settings })
        const [group] = now.all.classes
        if (!group || classState(group, now.event)?.kind !== 'decided') return
        decided += 1
        const after = before.map(([name, code, own = []], index): TestEntry => {
          return [name, code, [...own, ...rest.slice(2 * index)].slice(0, 2) as Driver['runs']]
        })
        const winners = ({ all: { classes } }: typeof now) =>
          classes[0]?.entries.flatMap(({ driver, trophy, class_position }) =>
            trophy || class_position?.place === 1 ? [`${class_position?.place} ${driver.driver_name}`] : [],
          )
        expect(winners(testStandings(after, { ...two, ...settings }))).toEqual(winners(now))
      },
    ),
  )
  expect(decided).toBeGreaterThan(0)
})

function ann(own: string[], rest: Partial<Driver> = {}): TestEntry {
  return ['Ann', 'SS', own, rest]
}

function bob(own: string[], rest: Partial<Driver> = {}): TestEntry {
  return ['Bob', 'SS', own, rest]
}

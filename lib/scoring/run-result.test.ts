import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Event, eventSchema } from '../record/event.ts'
import { entryResult } from './entry-result.ts'
import { runResult } from './run-result.ts'

const timeOf = (text: string, penalties: Partial<Event['penalties']>) =>
  runResult(text, eventSchema.parse({ title: 'Rallycross', penalties })).time

describe('a run that did not finish or went off course', () => {
  test.each(['61.078+DNF', '61.078+OFF', 'DNF', 'OFF'])('has no time by default: %s', (text) => {
    expect(timeOf(text, {})).toBeUndefined()
  })

  test.each([
    ['61.078+DNF', { dnf_seconds: 10 }, 71_078, 'its time and 10 s'],
    ['61.078+OFF', { dnf_seconds: 10 }, 71_078, 'its time and 10 s'],
    ['DNF', { dnf_seconds: 10 }, undefined, 'nothing, because the clock gave no time'],
    ['0.000+DNF', { dnf_seconds: 10 }, undefined, 'nothing, because zero is no time'],
    ['61.078+DNF', { dnf_maximum: 120 }, 120_000, 'the maximum'],
    ['DNF', { dnf_maximum: 120 }, 120_000, 'the maximum'],
    ['61.078+DNF', { dnf_seconds: 10, dnf_maximum: 120 }, 71_078, 'its time and 10 s'],
    ['115.5+DNF', { dnf_seconds: 10, dnf_maximum: 120 }, 120_000, 'the maximum, which is less'],
    ['OFF', { dnf_seconds: 10, dnf_maximum: 120 }, 120_000, 'the maximum'],
  ])('counts %s with %o as %s, that is %s', (...[text, penalties, expected]) => {
    expect(timeOf(text, penalties)).toBe(expected)
  })

  test('never counts for more than the maximum, or for less than a run of the same time that finished', () => {
    const milliseconds = fc.integer({ min: 1000, max: 900_000 })
    fc.assert(
      fc.property(milliseconds, fc.nat({ max: 60 }), fc.integer({ min: 1, max: 900 }), (raw, dnf_seconds, maximum) => {
        const text = (raw / 1000).toFixed(3)
        const penalties = { dnf_seconds, dnf_maximum: maximum }
        const time = timeOf(`${text}+DNF`, penalties) ?? Number.NaN
        expect(time).toBeLessThanOrEqual(maximum * 1000)
        expect(time).toBeGreaterThanOrEqual(Math.min(raw, maximum * 1000))
      }),
    )
  })
})

test.each(['61.078+DSQ', 'DSQ', 'DNS', '61.078+RRN', 'RRN', '', 'junk'])(
  'the times for a DNF are not given to %j',
  (text) => {
    expect(timeOf(text, { dnf_seconds: 10, dnf_maximum: 120 })).toBeUndefined()
  },
)

test('a DNF with a time of the club is part of a cumulative total, of its raw time and of its number of runs', () => {
  const event = eventSchema.parse({ title: 'Rallycross', scoring: 'cumulative', penalties: { dnf_seconds: 10 } })
  const result = entryResult({ driver_name: 'Ann', runs: ['60.000', '61.078+DNF', '59.000+1', 'DNF'] }, event)
  expect(result).toMatchObject({ total: 192_078, raw_total: 180_078, completed: 3, runs_done: 4 })
  expect(result.runs[0]?.map(({ best }) => best)).toEqual([true, true, true, false])
})

test('an index that applies to raw times multiplies the time of the clock, and not the seconds for a DNF', () => {
  const event = eventSchema.parse({
    title: 'Hillclimb',
    index_applies_to: 'raw',
    penalties: { dnf_seconds: 10 },
    classes: [{ code: 'SS', index: 0.8 }],
  })
  expect(entryResult({ driver_name: 'Ann', class: 'SS', runs: ['50.000+DNF'] }, event)).toMatchObject({
    total: 60_000,
    indexed: 50_000,
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Driver } from '../../../../lib/record/driver.ts'
import { eventSchema } from '../../../../lib/record/event.ts'
import { formatTime } from '../../../../lib/record/run.ts'
import { sourceChecks } from './source-checks.ts'

const event = eventSchema.parse({ title: 'Test' })
const codesOf = (drivers: readonly Driver[], of = event) => sourceChecks(drivers, new Map(), of).map(({ code }) => code)
const entry = (name: string, runs: string[], published_total: string) => ({ driver_name: name, runs, published_total })

/** Entries whose times hold 2 s for each cone, with the total that a program takes from them. */
const held = fc.array(fc.record({ raw: fc.integer({ min: 30_000, max: 60_000 }), cones: fc.nat({ max: 3 }) }), {
  minLength: 1,
  maxLength: 4,
})

test('given a file whose times hold their cones, then one warning says so, and with cone_seconds 0 there is none', () => {
  fc.assert(
    fc.property(fc.array(held, { minLength: 2, maxLength: 8 }), (entries) => {
      const drivers = entries.map((runs, index): Driver => {
        const times = runs.map(({ raw, cones }) => ({ time: raw + 2000 * cones, cones }))
        return {
          driver_name: `Driver ${index}`,
          runs: times.map(({ time, cones }) => `${formatTime(time)}${cones > 0 ? `+${cones}` : ''}`),
          published_total: formatTime(Math.min(...times.map(({ time }) => time))),
        }
      })
      const differing = drivers.filter((driver) => codesOf([driver]).includes('total_differs'))
      expect(codesOf(drivers)).toEqual(
        differing.length > 1 ? ['cones_in_times'] : differing.length === 1 ? ['total_differs'] : [],
      )
      const penalties = { cone_seconds: 0, gate_seconds: 0 }
      expect(codesOf(drivers, { ...event, penalties })).toEqual([])
    }),
  )
})

test('given one total that differs in another way, then each that differs has a warning of its own', () => {
  const drivers = [
    entry('Ann', ['40.000+1'], '40.000'),
    entry('Bob', ['41.000+2'], '41.000'),
    entry('Cy', ['42.000'], '41.900'),
  ]
  expect(codesOf(drivers.slice(0, 2))).toEqual(['cones_in_times'])
  expect(codesOf(drivers)).toEqual(['total_differs', 'total_differs', 'total_differs'])
})

test('given clean entries and correct totals beside them, then the warning counts those with cones only', () => {
  const drivers = [
    entry('Ann', ['40.000+1'], '40.000'),
    entry('Bob', ['41.000+2'], '41.000'),
    entry('Cy', ['42.000'], '42.000'),
  ]
  expect(sourceChecks(drivers, new Map(), event)[0]?.message).toContain('2 entries with cones or gates')
})

import { describe, expect, test } from 'vitest'
import { repetitions } from '../../testing/repetitions.ts'
import { standingsProperties } from './standings-properties.fixture.ts'

/**
 * The number of random days of each property, fewer than of others: a day has up to eight lists of up to 50 drivers,
 * each derived by the quadratic oracle. STANDINGS_DAYS=10000 npx vitest run ... tries more.
 */
const days = Number(process.env.STANDINGS_DAYS ?? repetitions({ unit: 200, full: 1000 }))

/** A property that fails reports its smallest day, its seed, and the command that tries just this day again. */
describe('standings of a list that changes', () => {
  test.each(standingsProperties.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const outcome = one.check({ cases: days })
    if (outcome.kind === 'broken') expect.fail(outcome.report)
    expect(outcome.cases).toBe(days)
  })
})

import { describe, expect, test } from 'vitest'
import { casesPerProperty } from '../../../testing/repetitions.ts'
import { properties } from './properties.fixture.ts'

/**
 * Each property with random cases. The report of a broken one has the smallest counterexample, its seed and the command
 * that repeats it: npm run soak:laws -- --law "..." --seed=... --path ...
 */
describe('properties', () => {
  test.each(properties.map((property) => [property.title, property] as const))(
    '%s',
    (_, property) => {
      const outcome = property.check({ cases: casesPerProperty })
      if (outcome.kind === 'broken') expect.fail(outcome.report)
      expect(outcome.cases).toBe(casesPerProperty)
    },
    // A slow machine must not fail the test.
  )
})

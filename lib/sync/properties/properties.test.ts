import { describe, expect, test } from 'vitest'
import { casesPerLaw } from '../../../testing/test-size.ts'
import { laws } from './properties.fixture.ts'

/**
 * Every law, with other cases each time. One that breaks says the smallest case that breaks it, its seed, and the
 * command that tries just this case again: npm run soak:laws -- --law "..." --seed=... --path ...
 */
describe('laws', () => {
  test.each(laws.map((law) => [law.title, law] as const))(
    '%s',
    (_, law) => {
      const outcome = law.check({ cases: casesPerLaw })
      if (outcome.kind === 'broken') expect.fail(outcome.report)
      expect(outcome.cases).toBe(casesPerLaw)
    },
    // A slow machine is no broken law.
    300_000,
  )
})

import { expect, test } from 'vitest'
import { casesPerLaw } from '../../lib/sync/properties/law.fixture.ts'
import { logProperties } from './log-properties.fixture.ts'

// lib/sync/properties/properties.test.ts says what to do about one that breaks.
test.each(logProperties.map((law) => [law.title, law] as const))(
  '%s',
  (_, law) => {
    const outcome = law.check({ cases: casesPerLaw })
    if (outcome.kind === 'broken') expect.fail(outcome.report)
    expect(outcome.cases).toBe(casesPerLaw)
  },
  300_000,
)

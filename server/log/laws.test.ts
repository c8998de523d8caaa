import { expect, test } from 'vitest'
import { casesPerProperty } from '../../testing/test-size.ts'
import { logLaws } from './laws.fixture.ts'

// lib/sync/properties/properties.test.ts says what to do about one that breaks.
test.each(logLaws.map((law) => [law.title, law] as const))(
  '%s',
  (_, law) => {
    const outcome = law.check({ cases: casesPerProperty })
    if (outcome.kind === 'broken') expect.fail(outcome.report)
    expect(outcome.cases).toBe(casesPerProperty)
  },
  300_000,
)

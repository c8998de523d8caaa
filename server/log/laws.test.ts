import { expect, test } from 'vitest'
import { casesPerLaw } from '../../lib/laws/law.fixture.ts'
import { logLaws } from './laws.fixture.ts'

// lib/laws.test.ts says what to do about one that breaks.
test.each(logLaws.map((law) => [law.title, law] as const))(
  '%s',
  (_, law) => {
    const outcome = law.check({ cases: casesPerLaw })
    if (outcome.kind === 'broken') expect.fail(outcome.report)
    expect(outcome.cases).toBe(casesPerLaw)
  },
  300_000,
)

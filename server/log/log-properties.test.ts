import { expect, test } from 'vitest'
import { casesPerProperty } from '../../testing/repetitions.ts'
import { logProperties } from './log-properties.fixture.ts'

// lib/sync/properties/properties.test.ts explains what to do when one fails.
test.each(logProperties.map((property) => [property.title, property] as const))('%s', (_, property) => {
  const outcome = property.check({ cases: casesPerProperty })
  if (outcome.kind === 'broken') expect.fail(outcome.report)
  expect(outcome.cases).toBe(casesPerProperty)
})

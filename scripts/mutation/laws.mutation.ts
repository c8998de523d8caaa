import { expect, test } from 'vitest'
import { properties } from '../../lib/sync/properties/properties.fixture.ts'
import { logProperties } from '../../server/log/log-properties.fixture.ts'

/** The laws with few cases: each mutant runs them again. */
test.each([...properties, ...logProperties].map((law) => [law.title, law] as const))('law: %s', (_, law) => {
  expect(law.check({ cases: 100, seed: 1 })).toEqual({ kind: 'held', cases: 100 })
})

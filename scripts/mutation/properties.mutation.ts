import { expect, test } from 'vitest'
import { standingsProperties } from '../../lib/standings/standings-properties.fixture.ts'
import { properties } from '../../lib/sync/properties/properties.fixture.ts'
import { logProperties } from '../../server/log/log-properties.fixture.ts'

const all = [...properties, ...logProperties, ...standingsProperties]

/** Few cases with a fixed seed: each mutant repeats them. */
test.each(all.map((property) => [property.title, property] as const))('property: %s', (_, property) => {
  expect(property.check({ cases: 100, seed: 1 })).toEqual({ kind: 'held', cases: 100 })
})

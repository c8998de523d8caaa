import fc from 'fast-check'
import { type Property, property } from '../../../lib/sync/properties/property.fixture.ts'

/** A property whose first case never ends. */
export const properties: readonly Property[] = [
  property(
    [],
    'time passes',
    fc.property(fc.nat(), () => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600_000)
      process.exit(1)
    }),
  ),
]

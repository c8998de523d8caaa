import fc from 'fast-check'
import { type Law, law } from '../../../lib/sync/properties/law.fixture.ts'

/** A law that nobody waits for. */
export const laws: readonly Law[] = [
  law(
    [],
    'time passes',
    fc.property(fc.nat(), () => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600_000)
      process.exit(1)
    }),
  ),
]

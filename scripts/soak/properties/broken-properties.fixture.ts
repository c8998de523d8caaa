import fc from 'fast-check'
import { type Property, property } from '../../../lib/sync/properties/property.fixture.ts'

/** One property that holds, one that some cases break, and one that kills its process. */
export const properties: readonly Property[] = [
  property(
    ['P1'],
    'nothing is wrong',
    fc.property(fc.nat(), () => {}),
  ),
  property(
    ['P2'],
    'no number ends with 07',
    fc.property(fc.nat(2_000_000), (number) => number % 100 !== 7),
  ),
  property(
    [],
    'no process dies',
    fc.property(fc.nat(9), (number) => {
      if (number === 7) process.kill(process.pid, 'SIGKILL')
    }),
  ),
]

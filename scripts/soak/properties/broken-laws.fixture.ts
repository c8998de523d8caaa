import fc from 'fast-check'
import { type Property, property } from '../../../lib/sync/properties/property.fixture.ts'

/** Laws as no others should be: one that holds, one that breaks now and then, and one whose process dies of it. */
export const laws: readonly Property[] = [
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

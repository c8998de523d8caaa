import { expect, test } from 'vitest'
import type { AllDrivers } from '../../../lib/sync/protocol.ts'
import { createMessageBytes } from './message-bytes.ts'

const listOf = (count: number, car: string): AllDrivers => ({
  source: 'server',
  action: 'all_drivers',
  data: {
    version: 1,
    drivers: Array.from({ length: count }, (_, index) => ({ driver_name: `Driver ${index}`, car, runs: ['40.1'] })),
  },
})

test.each([
  [0, 'x'],
  [1, 'x'],
  [31, 'Zoë’s car'],
  [1300, 'x'.repeat(200)],
  [10_000, 'x'.repeat(2000)],
])('given a list of %i drivers, then its bytes as JSON are known within 2 %% and 500 bytes', (count, car) => {
  const list = listOf(count, car)
  const exact = Buffer.byteLength(JSON.stringify(list))
  expect(Math.abs(createMessageBytes()(list) - exact)).toBeLessThan(500 + exact * 0.02)
})

test('given changes, then the names of created and deleted drivers count as well', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `Driver ${index}`)
  const drivers = { create: [], update: [], destroy: names }
  const bytes = createMessageBytes()({ source: 'server', action: 'update_drivers', data: { version: 2, drivers } })
  expect(bytes).toBeGreaterThan(JSON.stringify(names).length)
})

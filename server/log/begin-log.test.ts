import { expect, test } from 'vitest'
import { byName } from '../../lib/record/driver.ts'
import { beginLog } from './begin-log.ts'

test('[P2] a new log begins above Unix ms and above every known version', () => {
  expect(beginLog(1_700_000_000_000, []).version).toBe(1_700_000_000_001)
  expect(beginLog(1_700_000_000_000.7, [5, undefined]).version).toBe(1_700_000_000_001)
  expect(beginLog(1_700_000_000_000, [5, 1_800_000_000_000, 7]).version).toBe(1_800_000_000_001)
  expect(beginLog(0, [5]).version).toBe(6)
  expect(beginLog(-1, []).version).toBe(1)
})

test('[P2] a known version is ignored when it is no whole number or leaves no room for further versions', () => {
  const unusable = [
    Number.MAX_SAFE_INTEGER,
    2 ** 60,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    7.5,
    -3,
    '9',
    null,
    undefined,
    {},
  ]
  expect(beginLog(5, unusable).version).toBe(6)
})

test('[P1] a new log has a unique name of 12 URL-safe characters', () => {
  const names = Array.from({ length: 1000 }, () => beginLog(0, []).log)
  expect(new Set(names).size).toBe(1000)
  for (const name of names) expect(name).toMatch(/^[\w-]{12}$/)
})

test('a new log with content has the list of the content and its own time', () => {
  const content = { ...beginLog(1, []), sourceAt: 3, drivers: byName([{ driver_name: 'Ann' }]), checksum: 17 }
  expect(beginLog(9, [], content)).toMatchObject({
    at: 9,
    sourceAt: 3,
    drivers: content.drivers,
    checksum: 17,
    version: 10,
  })
})

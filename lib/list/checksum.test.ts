import { expect, test } from 'vitest'
import { byName } from '../record/driver.ts'
import { canonicalJson, checksumAfter, checksumOf, formatChecksum } from './checksum.ts'
import { noChanges } from './diff.ts'

// The properties of all lists are in lib/sync/properties/checksum-properties.fixture.ts.

test('[P10] canonical JSON has sorted attributes, no spaces and no escapes beyond those of JSON.stringify', () => {
  const one = { runs: [['1.000'], ['2.000+1']], driver_name: 'Zoë "Z" \u2028', age: 7, class: 'STR' }
  expect(canonicalJson(one)).toBe(
    '{"age":7,"class":"STR","driver_name":"Zoë \\"Z\\" \u2028","runs":[["1.000"],["2.000+1"]]}',
  )
})

test('[P10] a checksum is a whole number below 2^48, and that of an empty list is 0', () => {
  const list = byName(Array.from({ length: 2000 }, (_, index) => ({ driver_name: `Driver ${index}` })))
  const sum = checksumOf(list)
  expect(Number.isSafeInteger(sum) && sum >= 0 && sum < 2 ** 48).toBe(true)
  expect(checksumAfter(sum, list, { ...noChanges, destroy: [...list.keys()] })).toBe(0)
  expect(checksumOf(new Map())).toBe(0)
})

test('[P10] a checksum is formatted as twelve hexadecimal digits', () => {
  expect(formatChecksum(0)).toBe('000000000000')
  expect(formatChecksum(255)).toBe('0000000000ff')
  expect(formatChecksum(2 ** 48 - 1)).toBe('ffffffffffff')
})

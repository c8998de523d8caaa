import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, checksumAfter, checksumOf, emptyChecksum, formatChecksum } from './checksum.ts'
import { applyChanges, diffDrivers, noChanges, squash } from './diff.ts'
import { byName, type Driver, type Drivers, sameDriver } from './driver.ts'

const name = fc.constantFrom('Ann', 'Bob', '__proto__', 'constructor', 'hasOwnProperty', '🏁 Zoë', '\ud800')
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.constantFrom('40.516', 'DNF'), { maxLength: 2 }),
  fc.array(fc.array(fc.constantFrom('1.000', 'DNF'), { maxLength: 2 }), { maxLength: 2 }),
)
const attributes = fc.dictionary(fc.constantFrom('car', 'constructor', 'valueof', 'a1', 'b_2'), value, {
  noNullPrototype: true,
})
const driver: fc.Arbitrary<Driver> = fc.tuple(name, attributes).map(([driver_name, rest]) => ({ ...rest, driver_name }))
const drivers: fc.Arbitrary<Drivers> = fc.array(driver, { maxLength: 8 }).map(byName)

function reversed(one: Driver): Driver {
  const { driver_name, ...rest } = one
  return { driver_name, ...Object.fromEntries(Object.entries(rest).reverse()) }
}

test('[P10] canonical JSON does not depend on the order of attributes', () => {
  fc.assert(
    fc.property(driver, (one) => {
      expect(canonicalJson(reversed(one))).toBe(canonicalJson(one))
      expect(JSON.parse(canonicalJson(one))).toEqual(one)
    }),
  )
})

test('[P10] two records have one canonical JSON exactly when they say the same', () => {
  fc.assert(
    fc.property(driver, driver, (a, b) => {
      expect(canonicalJson(a) === canonicalJson(b)).toBe(sameDriver(a, b))
    }),
    { numRuns: 500 },
  )
})

test('[P10] canonical JSON in full', () => {
  const one = { runs: [['1.000'], ['2.000+1']], driver_name: 'Zoë "Z" \u2028', age: 7, class: 'STR' }
  expect(canonicalJson(one)).toBe(
    '{"age":7,"class":"STR","driver_name":"Zoë \\"Z\\" \u2028","runs":[["1.000"],["2.000+1"]]}',
  )
})

test('[P10] the checksum does not depend on the order of drivers or attributes', () => {
  fc.assert(
    fc.property(drivers, (list) => {
      expect(checksumOf(byName([...list.values()].reverse().map(reversed)))).toBe(checksumOf(list))
    }),
  )
})

test('[P10] followed change by change, the checksum is that of the whole list', () => {
  fc.assert(
    fc.property(fc.array(drivers, { minLength: 1, maxLength: 6 }), (lists) => {
      let before: Drivers = new Map()
      let checksum = emptyChecksum
      for (const list of lists) {
        checksum = checksumAfter(checksum, before, diffDrivers(before, list))
        expect(checksum).toBe(checksumOf(list))
        before = list
      }
    }),
  )
})

test('[P9] [P10] a squashed set of changes brings the checksum to the same value, from every list in between', () => {
  fc.assert(
    fc.property(fc.array(drivers, { minLength: 1, maxLength: 6 }), (lists) => {
      const steps = lists.slice(1).map((list, index) => diffDrivers(lists[index] ?? list, list))
      const squashed = squash(steps)
      for (const list of lists) {
        expect(checksumAfter(checksumOf(list), list, squashed)).toBe(checksumOf(applyChanges(list, squashed)))
      }
    }),
  )
})

test('[P10] lists that differ in one thing have different checksums', () => {
  fc.assert(
    fc.property(drivers, drivers, (a, b) => {
      const same = diffDrivers(a, b)
      const equal = same.update.length === 0 && same.destroy.length === 0
      expect(checksumOf(a) === checksumOf(b)).toBe(equal)
    }),
  )
})

test('[P10] a checksum is a whole number below 2^48, also after many, and the empty list has 0', () => {
  const list = byName(Array.from({ length: 2000 }, (_, index) => ({ driver_name: `Driver ${index}` })))
  const sum = checksumOf(list)
  expect(Number.isSafeInteger(sum) && sum >= 0 && sum < 2 ** 48).toBe(true)
  expect(checksumAfter(sum, list, { ...noChanges, destroy: [...list.keys()] })).toBe(0)
  expect(checksumOf(new Map())).toBe(0)
})

test('[P10] the checksum is the sum of the first 48 bits of each SHA-256, as anybody can reckon it', () => {
  const list = byName([{ driver_name: 'Zoë 🏁', car: 'Miata' }, { driver_name: 'Bob' }])
  const parts = [...list.values()].map((one) =>
    createHash('sha256').update(canonicalJson(one)).digest().readUIntBE(0, 6),
  )
  expect(checksumOf(list)).toBe(parts.reduce((sum, part) => sum + part, 0) % 2 ** 48)
})

test('[P10] twelve hexadecimal digits', () => {
  expect(formatChecksum(0)).toBe('000000000000')
  expect(formatChecksum(255)).toBe('0000000000ff')
  expect(formatChecksum(2 ** 48 - 1)).toBe('ffffffffffff')
})

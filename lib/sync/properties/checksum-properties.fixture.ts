import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { canonicalJson, checksumAfter, checksumOf, emptyChecksum, formatChecksum } from '../../list/checksum.ts'
import { applyChanges, diffDrivers, squash } from '../../list/diff.ts'
import { byName, type Drivers, sameDriver } from '../../record/driver.ts'
import { histories, list, pick, reorderedCopy, stepsOf, twoLists } from './lists.fixture.ts'
import { type Property, property } from './property.fixture.ts'
import { value, variationsOf } from './records.fixture.ts'
import { listText, textOf } from './same-list.fixture.ts'

const history = histories(1, 6)
const someDrivers = list.filter((drivers) => drivers.size > 0)
const attribute = fc.constantFrom('a', 'car', 'constructor', 'z_9', 'new')

/** The properties of lib/list/checksum.ts. */
export const checksumProperties: readonly Property[] = [
  property(
    ['P10'],
    'the checksum does not depend on the order of drivers or attributes',
    fc.property(list, fc.nat(), (drivers, offset) => {
      const copies = [...drivers.values()].map(reorderedCopy)
      const cut = drivers.size === 0 ? 0 : offset % drivers.size
      const reordered = byName([...copies.slice(cut).reverse(), ...copies.slice(0, cut)])
      assert.equal(checksumOf(reordered), checksumOf(drivers))
      for (const [name, driver] of drivers) {
        const other = reordered.get(name)
        assert.equal(other && canonicalJson(other), canonicalJson(driver))
      }
    }),
  ),
  property(
    ['P10'],
    'a checksum that is updated change by change is that of the whole list',
    fc.property(history, (lists) => {
      let before: Drivers = new Map()
      let checksum = emptyChecksum
      for (const list of lists) {
        checksum = checksumAfter(checksum, before, diffDrivers(before, list))
        assert.equal(checksum, checksumOf(list))
        before = list
      }
    }),
  ),
  property(
    ['P9', 'P10'],
    'a squashed set updates the checksum of each list to that of the newest',
    fc.property(history, (lists) => {
      const squashed = squash(stepsOf(lists))
      const newest = checksumOf(pick(lists, lists.length - 1))
      for (const list of lists) {
        assert.equal(checksumAfter(checksumOf(list), list, squashed), newest)
        assert.equal(checksumOf(applyChanges(list, squashed)), newest)
      }
    }),
  ),
  property(
    ['P10'],
    'a change of one attribute changes the checksum, and its reversal restores it',
    fc.property(someDrivers, fc.nat(), attribute, value, (drivers, index, name, value) => {
      const before = pick([...drivers.values()], index)
      const checksum = checksumOf(drivers)
      for (const after of [{ ...before, [name]: value }, ...variationsOf(before)]) {
        if (textOf(after) === textOf(before)) continue
        const changed = new Map(drivers).set(before.driver_name, after)
        const other = checksumOf(changed)
        assert.notEqual(formatChecksum(other), formatChecksum(checksum))
        assert.equal(checksumAfter(other, changed, diffDrivers(changed, drivers)), checksum)
      }
    }),
  ),
  property(
    ['P10'],
    'two lists have equal checksums exactly when their contents are equal',
    fc.property(twoLists, ([one, other]) => {
      assert.equal(checksumOf(one) === checksumOf(other), listText(one) === listText(other))
    }),
  ),
  property(
    ['P10'],
    'two records have equal canonical JSON exactly when their attributes are equal',
    fc.property(twoLists, ([some, others]) => {
      for (const one of some.values()) {
        assert.equal(textOf(JSON.parse(canonicalJson(one))), textOf(one))
        for (const other of [...others.values(), ...variationsOf(one)]) {
          const same = textOf(one) === textOf(other)
          assert.equal(canonicalJson(one) === canonicalJson(other), same)
          assert.equal(sameDriver(one, other), same)
        }
      }
    }),
  ),
  property(
    ['P10'],
    'the checksum equals an independent sum of the first 48 bits of each SHA-256',
    fc.property(list, (drivers) => {
      let sum = 0n
      for (const driver of drivers.values()) {
        const sorted = Object.entries(driver).sort(([a], [b]) => (a < b ? -1 : 1))
        const text = JSON.stringify(Object.fromEntries(sorted))
        sum += BigInt(createHash('sha256').update(text, 'utf8').digest().readUIntBE(0, 6))
      }
      const hash = (sum % 2n ** 48n).toString(16).padStart(12, '0')
      assert.equal(formatChecksum(checksumOf(drivers)), hash)
    }),
  ),
]

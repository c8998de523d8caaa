import { expect, test } from 'vitest'
import { checksumOf } from '../list/checksum.ts'
import { byName, type Driver } from '../record/driver.ts'
import { createSelfCheck } from './self-check.ts'

const list = byName(Array.from({ length: 20 }, (_, index): Driver => ({ driver_name: `Driver ${index}` })))

test('[P10] the checksum is complete after one call per record when each call has time for one', () => {
  const { checksum } = createSelfCheck()
  const answers = Array.from({ length: 21 }, () => checksum(list, () => true))
  expect(answers.slice(0, 20)).toEqual(answers.slice(0, 20).fill(undefined))
  expect(answers[20]).toBe(checksumOf(list))
})

test('[P10] a new version of a list costs one hash per changed record', () => {
  const { checksum } = createSelfCheck()
  checksum(list, () => false)
  const changed = new Map(list).set('Driver 3', { driver_name: 'Driver 3', runs: ['40.434'] })
  let hashed = 0
  const sum = checksum(changed, () => {
    hashed += 1
    return false
  })
  expect([sum, hashed]).toEqual([checksumOf(changed), 1])
})

test('[P10] a record that was mutated in place changes the checksum after forget()', () => {
  const wrong = byName([{ driver_name: 'Joan', runs: ['40.434'] }])
  const { checksum, forget } = createSelfCheck()
  const right = checksum(wrong, () => false)
  Object.assign(wrong.get('Joan') ?? {}, { runs: ['1.000'] })
  forget()
  expect(checksum(wrong, () => false)).not.toBe(right)
})

test('[P10] a record that is removed and added again with other runs is hashed again', () => {
  const { checksum } = createSelfCheck()
  const rest = new Map([...list].slice(1))
  for (const drivers of [list, rest]) expect(checksum(drivers, () => false)).toBe(checksumOf(drivers))
  const back = new Map([...rest, ['Driver 0', { driver_name: 'Driver 0', runs: ['40.434'] }]])
  expect(checksum(back, () => false)).toBe(checksumOf(back))
})

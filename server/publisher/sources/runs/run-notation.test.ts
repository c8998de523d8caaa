import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repetitions } from '../../../../testing/repetitions.ts'
import { isRunNotation, normalizeRunCell, runNotation } from './run-notation.ts'

test.each([
  ['40.516', '', '40.516'],
  [' 40.516 ', '0', '40.516'],
  ['41.266', '1', '41.266+1'],
  ['41.266', ' 15', '41.266+15'],
  ['8:41.23', '00:10.00', '8:41.23+00:10.00'],
  ['8:41.23', '00:00.00', '8:41.23'],
  ['61.078', '2.5', '61.078+2.5'],
  ['60.1', '0.0', '60.1'],
  ['60.0', '-', '60.0'],
  ['61.1', '--', '61.1'],
  ['62.2', 'none', '62.2'],
  ['62.1', 'clean', '62.1'],
  ['63.1', '1.0', '63.1+1'],
  ['63.2', '2 cones', '63.2+2'],
  ['63.2', '1 Cone', '63.2+1'],
  ['64.1', '1 / 0', '64.1+1'],
  ['64.0', '1C1G', '64.0+1/1'],
  ['64.0', '0,000', '64.0'],
  ['50.001', '1/2', '50.001+1/2'],
  ['50.001', '0/1', '50.001+0/1'],
  ['50.001', '0/0', '50.001'],
  ['61.078', 'dnf', '61.078+DNF'],
  ['61.078', 'DNF', '61.078+DNF'],
  ['61.078', 'dn', '61.078+DNF'],
  ['61.078', 'off', '61.078+OFF'],
  ['61.078', 'out', '61.078+OFF'],
  ['61.078', 'dsq', '61.078+DSQ'],
  ['61.078', 'DQ', '61.078+DSQ'],
  ['39.9', 'RERUN', '39.9+RRN'],
  ['39.9', 'RERUN 2', '39.9+RRN'],
  ['39.9', 'RR', '39.9+RRN'],
  ['39.9', 'rrn', '39.9+RRN'],
  ['', 'dnf', 'DNF'],
  ['0.000', 'dns', 'DNS'],
  ['', '', ''],
  ['', '0', ''],
  ['0', '', ''],
  ['0.000', '', ''],
  ['1:43.769', '1', '1:43.769+1'],
])('the time %j with the penalty %j becomes %j', (time, penalty, notation) => {
  expect(runNotation(time, penalty)).toBe(notation)
  expect(isRunNotation(notation)).toBe(true)
})

test.each([
  [' 40.357+1', '40.357+1'],
  ['1:02:345', '1:02.345'],
  ['00:59:412', '0:59.412'],
  ['0,000', ''],
  ['00:00,000', ''],
  ['-', ''],
  ['--', ''],
  ['–', ''],
  ['--.---', ''],
  ['-:--.---', ''],
  ['N/A', ''],
  ['nan', ''],
  ['61.19999999999999', '61.2'],
  ['35.608743710499255', '35.608744'],
  ['35.9999994', '35.999999'],
  ['40.357+ +1', '40.357+1'],
  ['40.357+1.0', '40.357+1'],
  ['61.078+dnf', '61.078+DNF'],
  ['+OFF', 'OFF'],
  ['+RR', 'RRN'],
  ['+dsq', 'DSQ'],
  ['+DNS', 'DNS'],
  ['+0/1', '+0/1'],
  ['44.144+0/1', '44.144+0/1'],
  ['40.911+0', '40.911'],
  ['50.192(1)', '50.192+1'],
  ['50.192 (DNF)', '50.192+DNF'],
  ['48.130', '48.130'],
  ['RRN', 'RRN'],
  ['dnf', 'DNF'],
  ['', ''],
  ['\u00a0', ''],
])('the cell %j becomes %j', (cell, notation) => {
  expect(normalizeRunCell(cell)).toBe(notation)
  expect(isRunNotation(notation)).toBe(true)
})

test.each([
  ['25.625+', '25.625+'],
  ['40.357 (+)', '40.357+'],
  ['40.357++', '40.357+'],
  ['40.357()', '40.357+'],
  ['(', '('],
  [' 40.473+ ', '40.473+'],
  ['38.118+F', '38.118+F'],
  ['40.000+2x', '40.000+2x'],
  ['fast', 'fast'],
])('the cell %j is kept as %j and is no run notation', (cell, kept) => {
  expect(normalizeRunCell(cell)).toBe(kept)
  expect(isRunNotation(kept)).toBe(false)
})

const partsOf = (...parts: readonly string[]) => {
  return fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((some) => some.join(''))
}
const cell = partsOf('1', '0', '40', '.', ',', ':', '+', '(', ')', '/', '-', ' ', 'dnf', 'off', 'c', 'x')
const timeCell = partsOf('1', '0', '40', '.', ',', ':', '-', ' ', 'x')
const penaltyCell = partsOf('1', '0', '.', '/', '-', ' ', 'dnf', 'c', 'x')

test('what one or two cells become is the same when it is read again', () => {
  const property = fc.property(cell, timeCell, penaltyCell, (both, time, penalty) => {
    for (const once of [normalizeRunCell(both), runNotation(time, penalty)]) expect(normalizeRunCell(once)).toBe(once)
  })
  fc.assert(property, { numRuns: repetitions({ unit: 1000, full: 10_000 }) })
})

test('time and penalty in two cells are the same run as in one', () => {
  const times = fc.constantFrom('40.5', '1:02:345', '0,000', '61.19999999999999')
  const penalties = fc.constantFrom('1', '2.0', '1/2', 'dnf', 'OFF', '1 / 0')
  const property = fc.property(times, penalties, (time, penalty) => {
    expect(normalizeRunCell(`${time}+${penalty}`)).toBe(runNotation(time, penalty))
  })
  fc.assert(property)
})

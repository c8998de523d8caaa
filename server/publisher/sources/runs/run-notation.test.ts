import { expect, test } from 'vitest'
import { isRunNotation, normalizeRunCell, runNotation } from './run-notation.ts'

test.each([
  ['40.516', '', '40.516'],
  [' 40.516 ', '0', '40.516'],
  ['41.266', '1', '41.266+1'],
  ['41.266', ' 15', '41.266+15'],
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
  [' 40.473+ ', '40.473+'],
  ['38.118+F', '38.118+F'],
  ['40.000+2x', '40.000+2x'],
  ['fast', 'fast'],
])('the cell %j is kept as %j and is no run notation', (cell, kept) => {
  expect(normalizeRunCell(cell)).toBe(kept)
  expect(isRunNotation(kept)).toBe(false)
})

import { expect, test } from 'vitest'
import { readClassHeading } from './class-heading.ts'

// cspell:ignore Serienwagen: a German class
test.each([
  ['STR', 'STR', ''],
  ['STR - Street Touring R', 'STR', 'Street Touring R'],
  ["ss - 'Super Street' Total Entries: 6", 'ss', 'Super Street'],
  ['Class STR', 'STR', ''],
  ['Class: STR (12 entries)', 'STR', ''],
  ['Klasse 7b – Serienwagen, 4 Starter', '7b', 'Serienwagen'],
  ['Street Touring R (STR)', 'STR', 'Street Touring R'],
  ['Street Touring R - STR', 'STR', 'Street Touring R'],
  ['Results for CAM-S [4 Cars]', 'CAM-S', ''],
  ['Street Touring R (12)', 'Street Touring R', ''],
  ['Super Street: all models', 'Super Street: all models', ''],
  ['STR: Street Touring R', 'STR', 'Street Touring R'],
  ['Pro 2', 'Pro 2', ''],
  ['Class', 'Class', ''],
  ['4 entries', '4 entries', ''],
  ['', '', ''],
])('given the heading "%s", then its class is "%s" and its name "%s"', (text, code, name) => {
  expect(readClassHeading(text)).toEqual({ code, name })
})

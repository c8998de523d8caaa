import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openDataFolder } from '../files/data-folder.ts'
import { readEvent } from './event-file.ts'

// cspell:ignore rmonitr nscorring scorring nmae atribute: misspelt on purpose
const root = mkdtempSync(join(tmpdir(), 'paddock-event-'))
afterAll(() => rmSync(root, { recursive: true }))

function read(text: string) {
  writeFileSync(join(root, 'event.yaml'), text)
  return readEvent(openDataFolder(root), 'event.yaml')
}

const eventOf = (text: string) => {
  const found = read(text)
  if (found.kind === 'rejected') throw new Error(found.problem.message)
  return found.event
}

test('class codes that look like numbers are texts as they are written, with their settings', () => {
  const code = fc.oneof(
    fc.constantFrom(
      '2.0',
      '01',
      '1E2',
      '0x1',
      '1_000',
      '2',
      '1e3',
      '007',
      '0o17',
      '-1',
      '.5',
      'yes',
      'no',
      'true',
      'null',
    ),
    fc.integer({ min: 0, max: 99 }).map(String),
    fc.double({ min: 0, max: 10, noNaN: true }).map((number) => number.toFixed(2)),
  )
  const property = fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 8 }), (codes) => {
    const lines = codes.map((one, index) => `  ${one}: { name: Class ${index}, counts: false }`)
    const { classes } = eventOf(`title: T\nclasses:\n${lines.join('\n')}\n`)
    expect(classes).toEqual(codes.map((one, index) => ({ code: one, name: `Class ${index}`, counts: false })))
  })
  fc.assert(property)
})

test('a class by its index or its name keeps its code, and so does a group', () => {
  expect(eventOf('title: T\nclasses:\n  01: 0.826\n  2.0: Up to 2 litres\n  03: { group: 01 }\n').classes).toEqual([
    { code: '01', index: 0.826 },
    { code: '2.0', name: 'Up to 2 litres' },
    { code: '03', group: '01' },
  ])
})

test('a code that is given twice is refused, quoted or not', () => {
  expect(read('title: T\nclasses:\n  01: A\n  "01": B\n')).toMatchObject({ kind: 'rejected', problem: { line: 4 } })
})

test('texts that look like numbers are texts', () => {
  const event = eventOf('title: 2026\ndate: 2026\nplace: 12.50\ncolumns:\n  - { attribute: tire, title: 2.0 }\n')
  expect(event).toMatchObject({ title: '2026', date: '2026', place: '12.50', columns: [{ title: '2.0' }] })
})

test.each([
  ['title: T\nscorring: best_run\n', 2, 'unknown setting "scorring". Did you mean "scoring"?'],
  [
    'title: T\nclasses:\n  SS: { index: 0.8 }\n  01: { nmae: Fun }\n',
    4,
    'unknown setting "nmae". Did you mean "name"?',
  ],
  ['title: T\npenalties:\n  cones: 2\n', 3, 'unknown setting "cones". Did you mean "cone_seconds"?'],
  ['title: T\ncolumns:\n  - { atribute: tire, title: Tire }\n', 3, 'is missing'],
])('an unknown setting of %j is refused with its line and the nearest name', (text, line, sentence) => {
  const found = read(text)
  expect(found).toMatchObject({ kind: 'rejected', problem: { code: 'event_file', line } })
  expect(found.kind === 'rejected' && found.problem.message).toContain(sentence)
})

test.each([
  ['title: T\nclasses:\n  SS: { index: 0,826 }\n', 'classes.SS'],
  ['title: T\nclasses:\n  SS:\n    index: 0,826\n', 'classes.SS.index: must be a number; decimals have a point'],
  ['title: T\nclasses:\n  SS: 0,826\n', 'classes.SS.index: must be a number; decimals have a point'],
  ['title: T\nscoring: best_runs\n', 'scoring: must be best_run or sum_of_best or'],
  ['title: T\nscoring: best_runs\n', 'did you mean best_run?'],
  ['title: T\nstate: 7\n', 'state: must be unofficial or provisional or final; it is 7'],
  ['title: T\nclasses:\n  SS: { counts: no }\n', 'classes.SS.counts: must be true or false'],
  ['title: T\ntrophies: 3\n', 'trophies: cannot be this; data/README.md says what it can be'],
  ['title: Autocross: 4\n', 'event.yaml, line 1: a text with ": " in it must stand in quotes'],
  ['title: T\npenalties:\n\tcone_seconds: 2\n', 'event.yaml, line 3: indent with spaces, not with tabs'],
  ['title: T\nclasses:\n  SS: 0\n', 'classes.SS.index: must be more than 0; decimals have a point'],
  ['title: T\nclasses:\n  SS: 826\n', 'classes.SS.index: must be at most 2; decimals have a point'],
  [`title: T\nclasses:\n  ${'S'.repeat(21)}: 0.8\n`, 'code: has more than 20 characters'],
  ['title: " "\n', 'title: is empty'],
  ['title:\n', 'title: is missing'],
  ['title: [a]\n', 'title: Invalid input: expected string, received array'],
])('the fault of %j is said in plain words', (text, sentence) => {
  const found = read(text)
  expect(found.kind === 'rejected' && found.problem.message).toContain(sentence)
})

test('sources are read beside the event and are no part of it', () => {
  const found = read('title: Karts\nsources:\n  karts: { rmonitor: 192.168.1.10:50000 }\n')
  expect(found).toMatchObject({ kind: 'read', feeds: { karts: { rmonitor: '192.168.1.10:50000' } } })
  expect(found.kind === 'read' && 'sources' in found.event).toBe(false)
})

test.each([
  ['sources:\n  karts: { rmonitor: "not an address" }', 3, 'sources.karts.rmonitor: is no address such as'],
  ['sources:\n  karts: { rmonitor: "10.0.0.1:70000" }', 3, 'sources.karts.rmonitor: is no address such as'],
  ['sources:\n  karts: { rmonitr: "10.0.0.1" }', 3, 'sources.karts.rmonitor: is missing'],
  ['sources:\n  Karts: { rmonitor: "10.0.0.1" }', 3, 'sources.Karts: is no name for a source'],
  ['source:\n  karts: { rmonitor: "10.0.0.1" }', 2, 'unknown setting "source". Did you mean "sources"?'],
])('given the settings "%s", when event.yaml is read, then the problem is on line %i', (settings, line, message) => {
  const found = read(`title: Karts\n${settings}\n`)
  expect(found).toMatchObject({ kind: 'rejected', problem: { line } })
  expect(found.kind === 'rejected' && found.problem.message).toContain(message)
})

test('index_table gives the classes of the event their indices and names, and what stands under classes holds', () => {
  const { classes } = eventOf('title: T\nindex_table: scca-2025\nclasses:\n  STR: 0.8\n  SS: My Super Street\n')
  expect(classes.slice(0, 3)).toEqual([
    { code: 'STR', name: 'Street Touring R', index: 0.8 },
    { code: 'SS', name: 'My Super Street', index: 0.836 },
    { code: 'AS', name: 'A Street', index: 0.826 },
  ])
})

test('a table that Paddock does not have is refused with its line, the nearest name and all that there are', () => {
  const found = read('title: T\nindex_table: scca-2206\n')
  expect(found).toMatchObject({ kind: 'rejected', problem: { line: 2 } })
  const message = found.kind === 'rejected' ? found.problem.message : ''
  expect(message).toContain('index_table: is no table that Paddock has. Did you mean "scca-2026"?')
  expect(message).toContain('There are scca-2024, scca-2025, scca-2026')
})

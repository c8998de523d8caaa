import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeText } from '../../files/decode-text.ts'
import { SourceError } from '../source-error.ts'
import { readAxwareGrid } from './axware-grid.ts'

const read = (name: string) =>
  readAxwareGrid(decodeText(readFileSync(new URL(`../fixtures/${name}`, import.meta.url))), name)

test('columns are known by name, whatever their order', () => {
  const [first] = read('shuffled.rgg').entries
  expect(first).toEqual({
    name: 'Nell Vane',
    first_name: 'Nell',
    last_name: 'Vane',
    class: 'ss',
    number: '4',
    car: 'GR86',
    color: 'Red',
    runs: ['41.100', '40.516+1', '61.078+DNF'],
    total: '40.516',
    diff: '[-]1.630',
    from_first: '-',
    raw_time: '42.516',
    raw_position: '1',
    pax_time: '33.3',
    pax_position: '2',
    position: '',
    line: 2,
  })
})

test('names with quotes and accents, and numbers with letters, are read as they are', () => {
  const { entries } = read('shuffled.rgg')
  expect(entries.map(({ name }) => name)).toEqual([
    'Nell Vane',
    'Gerald "Mike" Ray',
    'Rodrigo "Rigo" Santel',
    'Ian O’Dellan',
    'Quarles, IV',
    '__proto__',
    'Walter (Bud) Lee',
  ])
  expect(entries.map(({ number }) => number)).toEqual(['4', '09', 'Runoff4', '44', '144', '7', '8'])
  expect(entries[1]?.car).toBe('12" of "Rust"')
})

test('runs are read with every spelling of a penalty, by number, with gaps and without trailing blanks', () => {
  expect(read('shuffled.rgg').entries.map(({ runs }) => runs)).toEqual([
    ['41.100', '40.516+1', '61.078+DNF'],
    ['41.1', '40.5+15', 'DNF'],
    ['50.001+1/2', 'OFF', '39.900+RRN'],
    ['40.000+DNF', '40.000+DSQ', '40.000+RRN'],
    ['40.000+DSQ', 'DNS', '40.000+RRN'],
    ['40.000+2x', '', '', '43.210+3'],
    [],
  ])
})

test('an unknown penalty causes one warning with its line', () => {
  expect(read('shuffled.rgg').warnings).toMatchObject([{ file: 'shuffled.rgg', line: 7 }])
})

test('other columns can be read, and are not in the dump of an entry', () => {
  const [first, second] = read('shuffled.rgg').entries
  expect(first?.columns.Rookie).toBe('Yes')
  expect(second?.columns.Rookie).toBe('No')
  expect(first?.columns.DOB).toBe('1990-01-01')
  expect(first?.columns.Class).toBeUndefined()
  expect(first?.columns['Run 1']).toBeUndefined()
  expect(JSON.stringify(first)).not.toContain('1990-01-01')
})

test('a grid in windows-1252 with CRLF is read', () => {
  expect(read('windows-1252.rgg').entries.map(({ name }) => name)).toEqual(['José González', 'Ian O’Dellan'])
})

test('the runs of two days are two lists', () => {
  expect(read('days.rgg').entries.map(({ runs }) => runs)).toEqual([
    [['41.100', '40.516+DNF'], ['39.900+1']],
    [['42.100'], []],
  ])
  expect(read('days.rgg').entries[0]?.name).toBe('Nell Vane')
})

test.each(['Num', '#', 'Car #', 'car number', 'No.'])('the column of the number may be called %s', (header) => {
  expect(readAxwareGrid(`Class\t${header}\tName\nss\t4\tNell\n`, 'a').entries[0]?.number).toBe('4')
})

test('Grid # and Member # are not the number', () => {
  const [entry] = readAxwareGrid('Class\tGrid #\tMember #\tNumber\tName\nss\t1\t2\t3\tNell\n', 'a').entries
  expect(entry?.number).toBe('3')
})

test('a grid before the event is read as entries without runs', () => {
  const text = 'Class\tNumber\tFirst Name\tLast Name\tCar Model\tRegistered\tPaid\nss\t4\tNell\tVane\tGR86\tYes\tNo\n'
  expect(readAxwareGrid(text, 'a').entries).toMatchObject([{ name: 'Nell Vane', runs: [] }])
})

test('a header without a required column is refused, with the lacking and the present columns', () => {
  const error = (() => {
    try {
      readAxwareGrid('Clas\tFirst Name\nss\tNell\n', 'live.rgg')
    } catch (thrown) {
      return thrown
    }
    return undefined
  })()
  expect(error).toBeInstanceOf(SourceError)
  expect(error).toMatchObject({ code: 'unreadable', line: 1 })
  expect(String(error)).toContain('Class or Number')
  expect(String(error)).toContain('Clas, First Name')
})

test('runs beyond the header are read, also behind a blank column, without a warning', () => {
  for (const [end, between] of [
    ['', ''],
    ['\t', ''],
    ['\t', '\t'],
  ]) {
    const rows = ['G\t521\tAda\t81.301\t', 'G\t522\tBo\t80.100\t1', 'G\t523\tCy\t80.900\t']
    const text = [`Class\tNumber\tFirst Name\tRun 1\tPen 1${end}`, `${rows[0]}\t${between}81.228\t`, ...rows.slice(1)]
    const { entries, warnings, unread } = readAxwareGrid(`${text.join('\n')}\n`, 'a.rgg')
    expect(entries.map(({ runs }) => runs)).toEqual([['81.301', '81.228'], ['80.100+1'], ['80.900']])
    expect([...warnings, ...unread(new Set())]).toEqual([])
  }
})

test('columns of a grid that may be times and that nobody reads bring a warning', () => {
  const { unread } = readAxwareGrid('Class\tNumber\tName\tRun 1\tSunday\nss\t4\tNell\t41.1\t40.12\n', 'a.rgg')
  expect(unread(new Set())).toMatchObject([{ code: 'unused_columns', file: 'a.rgg' }])
  expect(unread(new Set())[0]?.message).toContain('axware_grid does not use "Sunday"')
  expect(unread(new Set(['Sunday']))).toEqual([])
})

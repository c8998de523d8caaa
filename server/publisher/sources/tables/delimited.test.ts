import { expect, test } from 'vitest'
import { SourceError } from '../source-error.ts'
import { readCsv } from './csv.ts'
import { readTsv } from './tsv.ts'

function refusal(read: () => unknown): SourceError {
  try {
    read()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}

const plain = (rows: readonly Readonly<Record<string, string>>[]) => rows.map((row) => ({ ...row }))

test('rows are read by header name, with headers and values trimmed', () => {
  const read = readCsv(' Class , Number\nss, 4 \n', 'a.csv')
  expect(plain(read.rows)).toEqual([{ Class: 'ss', Number: '4' }])
  expect(read).toMatchObject({ header: ['Class', 'Number'], lines: [2], unterminated: false, warnings: [] })
})

test.each([
  [',', 'a,b\n1,2\n'],
  [';', 'a;b\n1;2\n'],
  ['tab', 'a\tb\n1\t2\n'],
  ['|', 'a|b\n1|2\n'],
  ['; although quoted commas are more', '"a,,,";b\n1;2\n'],
])('the delimiter %s is detected in the header line', (_, text) => {
  expect(Object.values(readCsv(text, 'a.csv').rows[0] ?? {})).toEqual(['1', '2'])
})

test('a given delimiter is used instead of the detected one', () => {
  expect(readCsv('a,x;b\n1;2\n', 'a.csv', { delimiter: ';' }).header).toEqual(['a,x', 'b'])
})

test('quotes, doubled quotes, stray quotes and newlines in quotes are read', () => {
  const text = 'a\tb\n"Gerald ""Mike"""\t"two\nlines"\nRodrigo "Rigo" Santel\t6\'2"\n"Rigo" Santel\tx\n'
  const read = readTsv(text, 'a.tsv')
  expect(plain(read.rows)).toEqual([
    { a: 'Gerald "Mike"', b: 'two\nlines' },
    { a: 'Rodrigo "Rigo" Santel', b: '6\'2"' },
    { a: '"Rigo" Santel', b: 'x' },
  ])
  expect(read.lines).toEqual([2, 4, 5])
})

test('quotes after a space and empty fields between tabs are read', () => {
  expect(plain(readCsv('a, b\n1, "x, y"\n', 'a.csv').rows)).toEqual([{ a: '1', b: 'x, y' }])
  expect(plain(readTsv('a\tb\tc\n\t\t3\n', 'a.tsv').rows)).toEqual([{ a: '', b: '', c: '3' }])
})

test('short rows, long rows, blank lines and trailing delimiters are read', () => {
  const read = readCsv('\na,b,c,\n1\n\n,,,\n1,2,3,\n1,2,3,,extra\n', 'a.csv')
  expect(plain(read.rows)).toEqual([
    { a: '1', b: '', c: '', 'Column 5': '' },
    { a: '1', b: '2', c: '3', 'Column 5': '' },
    { a: '1', b: '2', c: '3', 'Column 5': 'extra' },
  ])
  expect(read.lines).toEqual([3, 6, 7])
  expect(read.warnings).toMatchObject([{ file: 'a.csv', line: 7 }])
})

test('rows that are all longer than the header cause no warning', () => {
  const read = readCsv('a,Runs (Time/Cones)\n1,40.1,0,40.2,1\n2,41.1,0\n', 'a.csv')
  expect(read.rows[0]?.['Column 4']).toBe('40.2')
  expect(read.warnings).toEqual([])
})

test('of columns with the same header, the first that is not empty counts', () => {
  const read = readTsv('Rookie\tx\tRookie\n\t1\tYes\nNo\t2\tYes\n\t3\t\n', 'a.tsv')
  expect(read.rows.map((row) => row.Rookie)).toEqual(['Yes', 'No', ''])
})

test('a column called __proto__ is read like any other', () => {
  const [row] = readCsv('__proto__,constructor,toString\nx,y,z\n', 'a.csv').rows
  expect(JSON.stringify(row)).toBe('{"__proto__":"x","constructor":"y","toString":"z"}')
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

test('a blank file is refused as empty, and one with zero bytes as half written', () => {
  expect(refusal(() => readCsv('', 'a.csv')).code).toBe('file_empty')
  expect(refusal(() => readCsv(' \n\n', 'a.csv')).code).toBe('file_empty')
  expect(refusal(() => readCsv('a,b\n1,2\n\0,\0\n', 'a.csv'))).toMatchObject({ code: 'half_written', line: 3 })
})

test('a quote that never closes is refused as half written, with its line', () => {
  const error = refusal(() => readTsv('a\tb\n1\t2\n"Gerald ""Mi', 'live.rgg'))
  expect(error).toMatchObject({ code: 'half_written', file: 'live.rgg', line: 3 })
  expect(error.message).toMatch(/^live\.rgg, line 3: /)
})

test('a stray quote that would swallow lines up to the next quote is refused', () => {
  const text = 'a\tb\n1\t2\n"The Beast\t2\nx\ty\nc\t"Joe"\nz\ty\n'
  expect(refusal(() => readTsv(text, 'a.tsv'))).toMatchObject({ code: 'unreadable', line: 3 })
})

test('a last line without newline is refused as half written when it is shorter than the others', () => {
  expect(refusal(() => readCsv('a,b,c\n1,2,3\n1,2', 'a.csv'))).toMatchObject({ code: 'half_written', line: 3 })
  expect(refusal(() => readCsv('a,b,c\n1,2', 'a.csv'))).toMatchObject({ code: 'half_written', line: 2 })
  expect(readCsv('a,b,c\n1,2\n1,2', 'a.csv').unterminated).toBe(true)
  expect(readCsv('a,b,c\n1,2,3', 'a.csv').unterminated).toBe(true)
  expect(readCsv('a,b,c\n1,2,3\n1,2\n', 'a.csv').unterminated).toBe(false)
})

test('a nickname in quotes inside of a quoted field loses the outer quotes alone', () => {
  const names = ['"Robert "Bud" Hale"', 'Jack "Joe" Nunn', '"DIY" Smith', '"Ann ""Bee"" Cole"', '"Al" "Bo"']
  const { rows } = readCsv(`Name,Number\n${names.map((name, at) => `${name},${at}`).join('\n')}\n`, 'a.csv')
  expect(rows.map(({ Name }) => Name)).toEqual([
    'Robert "Bud" Hale',
    'Jack "Joe" Nunn',
    '"DIY" Smith',
    'Ann "Bee" Cole',
    '"Al" "Bo"',
  ])
})

const below = ['Name,Class', 'Ada,K', 'Bo,K']

test('a title above a tab-separated table is refused as it is above CSV, with the reader to write', () => {
  const tabs = ['Club Kart - Heat 3', 'Printed 14:22', '', ...below].join('\n').replaceAll(',', '\t')
  const error = refusal(() => readTsv(`${tabs}\n`, 'a.tsv'))
  expect(error).toMatchObject({ code: 'unreadable', line: 1, hint: 'Write tsv("a.tsv", header="Name").' })
  expect(error.message).toContain('the header seems to be in line 4')
  expect(readTsv(`${tabs}\n`, 'a.tsv', { header: 'Name' }).rows).toHaveLength(2)
})

test.each([
  [',', 'commas'],
  [';', 'semicolons'],
  ['|', 'bars'],
])('a table that is separated by %s is refused where tabs are expected, with its separator', (delimiter, name) => {
  const text = '\nName,Class,Number\n"Lee, Ada",K,1\n'.replaceAll(',', delimiter)
  const error = refusal(() => readTsv(text, 'a.tsv'))
  expect(error).toMatchObject({ code: 'unreadable', line: 2, hint: expect.stringContaining('csv("a.tsv")') })
  expect(error.message).toContain(`its fields are separated by ${name}, and not by tabs`)
  expect(readTsv('Name\nLee, Ada, Jr.\n', 'a.tsv').rows).toHaveLength(1)
})

test.each([
  ['a heading', ['Club Kart, Heat 3', 'Printed 14:22', '', ...below], { header: 'class' }],
  ['a number of lines', ['Club "Kart', 'Printed, at, 14:22', ...below], { skip: 2 }],
  ['both', ['Name,of the event', ...below], { skip: 1, header: 'Name' }],
  ['a first line that says the separator', ['sep=,', ...below], {}],
])('a table begins where %s says, and its rows keep their lines', (_, lines, options) => {
  const read = readCsv(`${lines.join('\n')}\n`, 'a.csv', options)
  expect(read.header).toEqual(['Name', 'Class'])
  expect(plain(read.rows)).toEqual([
    { Name: 'Ada', Class: 'K' },
    { Name: 'Bo', Class: 'K' },
  ])
  expect(read.lines).toEqual([lines.length - 1, lines.length])
})

test('the separator of a first line such as sep=; is used, whatever the header has more of', () => {
  expect(readCsv('sep=;\na,x,y;b\n1;2\n', 'a.csv').header).toEqual(['a,x,y', 'b'])
})

test.each([
  ['of one field', ['Club Kart - Heat 3', 'Printed 14:22', '']],
  ['with separators', ['Club Kart, Heat 3', 'Printed, 14:22, by Ann']],
])('a title %s above a table is refused with what to write', (_, title) => {
  const error = refusal(() => readCsv(`${[...title, ...below].join('\n')}\n`, 'a.csv'))
  expect(error).toMatchObject({ code: 'unreadable', line: 1, hint: 'Write csv("a.csv", header="Name").' })
  expect(error.message).toContain(`the header seems to be in line ${title.length + 1}`)
})

test('a line of one field above lines of several is refused, and a table of one column is read', () => {
  const error = refusal(() => readCsv('Club Kart\nWho,What\nAda,K\nBo,K\n', 'a.csv'))
  expect(error.message).toContain('one field, and those below have 2: is the header further down?')
  expect(error.hint).toContain('csv("a.csv", header="Name")')
  expect(readCsv('Name\nAda\nBo\n', 'a.csv').rows).toHaveLength(2)
  expect(readCsv('Team,Who\nAda,Name\n', 'a.csv').rows).toHaveLength(1)
})

test('a heading that no line has is refused', () => {
  expect(refusal(() => readCsv('a,b\n1,2\n', 'a.csv', { header: 'Name' })).message).toContain(
    'no line has the heading "Name"',
  )
})

test('a header that is written again above a page is no row', () => {
  expect(readCsv('Name,Class\nAda,K\nName,Class\nBo,K\n', 'a.csv').rows.map(({ Name }) => Name)).toEqual(['Ada', 'Bo'])
})

test('each column of a repeated heading has a name of its own, beside names that look like it', () => {
  const [row] = readCsv('Pen,Pen,Pen (1)\n,2,3\n', 'a.csv').rows
  expect({ ...row }).toEqual({ Pen: '2', 'Pen (1)': '3', 'Pen (1) ': '', 'Pen (2)': '2' })
})

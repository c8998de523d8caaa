import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRun } from '../../../../lib/record/run.ts'
import { SourceError } from '../source-error.ts'
import { type MadeUpCell, madeUpWorkbook, zipped } from './made-up-workbook.fixture.ts'
import { numberText } from './number-text.ts'
import { sharedStrings } from './shared-strings.ts'
import { readXlsx, type XlsxOptions } from './xlsx.ts'
import { openZip } from './zip.ts'

// cspell:ignore reslts: misspelt on purpose
const day = 86_400
const time = (seconds: number, format: string): MadeUpCell => ({ value: seconds / day, format })
const head = ['Name', 'No.', 'Run 1', 'Pen 1']

function refusal(bytes: Uint8Array, options: XlsxOptions = {}): SourceError {
  try {
    readXlsx(bytes, 'r.xlsx', options)
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('it was read')
}
const textsOf = (bytes: Uint8Array, options: XlsxOptions = {}) =>
  readXlsx(bytes, 'r.xlsx', options).rows.map((row) => Object.values(row))

test('given texts in either style, numbers and blanks, then the rows are what people see, by heading', () => {
  const rows = [
    head,
    ['José & "Bo" <3', '09', { value: 61.2 }, undefined],
    [],
    ['Ann\n Lee', { value: 7 }, 'dnf', { value: 1 }],
  ]
  for (const texts of ['shared', 'inline'] as const) {
    const table = readXlsx(madeUpWorkbook([{ name: 'Results', rows }], { texts }), 'r.xlsx')
    expect(table.rows.map((row) => ({ ...row }))).toEqual([
      { Name: 'José & "Bo" <3', 'No.': '09', 'Run 1': '61.2', 'Pen 1': '' },
      { Name: 'Ann Lee', 'No.': '7', 'Run 1': 'dnf', 'Pen 1': '1' },
    ])
    expect(table).toMatchObject({ lines: [2, 4], names: head, warnings: [] })
  }
})

test('given times of 61.234 s in the formats of workbooks, then each is that time to the millisecond', () => {
  const formats = [
    'mm:ss.000',
    'mm:ss.0',
    'mm:ss',
    '[m]:ss.000',
    'h:mm:ss.000',
    '[h]:mm:ss',
    'm:ss.00;@',
    '[$-409]mm:ss.0',
  ]
  const rows = [['Run'], ...formats.map((format) => [time(61.234, format)])]
  const read = textsOf(madeUpWorkbook([{ name: 'R', rows }])).map(([cell = '']) => parseRun(cell))
  expect(read).toEqual(formats.map(() => ({ kind: 'timed', raw: 61_234, cones: 0, gates: 0 })))
  expect(numberText(61 / day, 'mm:ss')).toBe('01:01')
  expect(numberText(61.2 / day, 'mm:ss.000')).toBe('01:01.200')
  expect(numberText(0.00070833, 'General')).toBe('0.00070833')
})

test('given any time to the millisecond in a cell with seconds, then it is read as that time', () => {
  const formats = fc.constantFrom('mm:ss.000', 'mm:ss.0', 'm:ss.00', 'mm:ss', '[mm]:ss.000', 'h:mm:ss', '[h]:mm:ss.00')
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 3_599_999 }), formats, (ms, format) => {
      expect(parseRun(numberText(ms / 1000 / day, format))).toMatchObject({ kind: 'timed', raw: ms })
    }),
  )
})

test('given any seconds with three decimals in a cell of a plain format, then no decimal is lost', () => {
  const formats = fc.constantFrom('General', '0', '0.0', '0.000', '#,##0.00', '@', '0.00_ ;[Red]-0.00')
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9_999_999 }), formats, (ms, format) => {
      expect(Number(numberText(ms / 1000, format))).toBe(ms / 1000)
    }),
  )
})

test.each([
  ['a number with leading zeros', 9, '000', '009'],
  ['a float that a program has computed', 61.19999999999999, 'General', '61.2'],
  ['decimals that the format adds', 61.2, '0.000', '61.200'],
  ['thousands', 1061.2, '#,##0.000', '1061.200'],
  ['a share', 0.826, '0.0%', '82.6%'],
  ['a date', 45_000, 'yyyy-mm-dd', '2023-03-15'],
  ['a long number', 12_345_678_901_234, 'General', '12345678901234'],
  ['a format that nobody can read', 5, '[[[', '5'],
])('the text of %s is as people see it', (_, value, format, text) => {
  expect(numberText(value, format)).toBe(text)
})

test('given a workbook whose dates count from 1904, then dates are right and times are not moved', () => {
  const rows = [
    ['Day', 'Run'],
    [{ value: 43_538, format: 'yyyy-mm-dd' }, time(61.2, '[h]:mm:ss.000')],
  ]
  expect(textsOf(madeUpWorkbook([{ name: 'R', rows }], { is1904: true }))).toEqual([['2023-03-15', '0:01:01.200']])
})

describe('sheets', () => {
  const sheet = (name: string, text: string, isHidden = false) => ({
    name,
    isHidden,
    rows: [
      ['Name', 'No'],
      [text, '1'],
    ],
  })
  const book = madeUpWorkbook([sheet('Cache', 'hidden', true), sheet('Results', 'first'), sheet('Day 2', 'second')])

  test('given no sheet is named, then it is the first that is not hidden; else the one by name or number', () => {
    expect(textsOf(book)).toEqual([['first', '1']])
    expect(textsOf(book, { sheet: 'day 2' })).toEqual([['second', '1']])
    expect(textsOf(book, { sheet: 1 })).toEqual([['hidden', '1']])
  })

  test('given a sheet that is not there, then the error names those that are', () => {
    expect(refusal(book, { sheet: 'Reslts' })).toMatchObject({
      message: 'r.xlsx: the workbook has no sheet "Reslts".',
      hint: 'The sheets are 1 "Cache", 2 "Results", 3 "Day 2".',
    })
    expect(refusal(book, { sheet: 4 }).message).toContain('no sheet 4.')
  })
})

test('given a title above the table, then the error names the row of the header, and header or skip help', () => {
  const rows = [['Autocross 4'], [], head, ['Ann', '4', '60.1', '']]
  const book = madeUpWorkbook([{ name: 'R', rows }])
  expect(refusal(book)).toMatchObject({ line: 1, hint: expect.stringContaining('header="Name"') })
  expect(refusal(book).message).toContain('the header seems to be in row 3.')
  for (const options of [{ header: 'name' }, { skip: 2 }])
    expect(textsOf(book, options)).toEqual([['Ann', '4', '60.1', '']])
  expect(refusal(book, { header: 'Driver' }).hint).toContain('It begins with "Autocross 4"; "Name", "No."')
})

test('given formulas without results, then one warning names the first and how many there are', () => {
  const rows = [
    ['Name', 'Total'],
    ['Ann', { formula: 'B1+1' }],
    ['Bo', { formula: 'B2+1' }],
  ]
  expect(readXlsx(madeUpWorkbook([{ name: 'R', rows }]), 'r.xlsx').warnings).toEqual([
    {
      ...{ file: 'r.xlsx', code: 'no_result', line: 2 },
      message: '2 formulas have no result on the sheet "R", first in B2; open the workbook and save it.',
    },
  ])
})

describe('a workbook that is not whole, or is none', () => {
  const book = madeUpWorkbook([
    { name: 'R', rows: [head, ...Array.from({ length: 9 }, (_, at) => [`D${at}`, String(at), '60.1', ''])] },
  ])

  test('given it is cut at any byte, then it is refused as half written', () => {
    for (let cut = 2; cut < book.length; cut += 1) expect(refusal(book.subarray(0, cut)).code).toBe('half_written')
  })

  test('given any byte is another, then it has the same rows or is refused with an error for people', () => {
    const whole = JSON.stringify(textsOf(book))
    const property = fc.property(fc.nat(book.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Buffer.from(book)
      damaged[at] = (damaged[at] ?? 0) ^ change
      try {
        expect(JSON.stringify(textsOf(damaged))).toBe(whole)
      } catch (error) {
        if (!(error instanceof SourceError)) throw error
      }
    })
    fc.assert(property, { numRuns: 500 })
  })

  test('given a cell whose text is not in the workbook, or a part that is not, then it is refused, not left blank', () => {
    const parts = openZip(book, 'a')
    const files = Object.fromEntries(parts.names.map((name) => [name, parts.unpack(name)?.toString() ?? '']))
    const textless = zipped({ ...files, 'xl/sharedStrings.xml': '<sst></sst>' })
    expect(refusal(textless)).toMatchObject({ code: 'half_written', line: 1, message: expect.stringContaining('A1') })
    const { 'xl/styles.xml': _, ...others } = files
    expect(refusal(zipped(others))).toMatchObject({ code: 'half_written', message: expect.stringContaining('styles') })
  })

  test.each([
    ['an empty file', Buffer.alloc(0), 'file_empty', 'is empty'],
    ['zero bytes', Buffer.alloc(900), 'half_written', 'zero bytes'],
    ['an old workbook', Buffer.from('\xd0\xcf\x11\xe0 old', 'latin1'), 'unreadable', 'old workbook (.xls)'],
    ['text', Buffer.from('Name,No\nAnn,4\n'), 'unreadable', 'no Excel workbook'],
    ['another archive', zipped({ 'a.txt': 'a' }), 'unreadable', 'holds no Excel workbook'],
  ])('%s is refused with what it is', (_, bytes, code, sentence) => {
    expect(refusal(bytes)).toMatchObject({ code, message: expect.stringContaining(sentence) })
  })
})

describe('limits', () => {
  const bomb = zipped({ a: 'x'.repeat(3_000_000), b: 'y'.repeat(3_000_000) })
  const limited = (bytes: number, entries = 9) => openZip(bomb, 'r.xlsx', { bytes, entries })

  test('given parts that unpack to more than is possible together, then they are refused and not unpacked', () => {
    expect(limited(6_000_000).unpack('a')).toHaveLength(3_000_000)
    const zip = limited(5_999_999)
    zip.unpack('a')
    expect(() => zip.unpack('b')).toThrow('unpacks to more than')
    expect(() => limited(6_000_000, 1)).toThrow('holds 2 parts')
  })

  test('given a sheet of more columns or rows than are possible, then it is refused with the row', () => {
    const cell = (reference: string) => `<c r="${reference}"><v>1</v></c>`
    const sheet = (xml: string) => {
      const book = madeUpWorkbook([{ name: 'R', rows: [['a', 'b']] }])
      const parts = openZip(book, 'a')
      const files = parts.names.map((name) => [name, parts.unpack(name)?.toString() ?? ''] as const)
      return zipped({ ...Object.fromEntries(files), 'xl/worksheets/sheet1.xml': `<worksheet>${xml}</worksheet>` })
    }
    expect(refusal(sheet(`<row r="7">${cell('ZZZ7')}</row>`))).toMatchObject({ code: 'file_too_large', line: 7 })
    const many = Array.from({ length: 100_002 }, (_, row) => `<row r="${row + 1}">${cell(`A${row + 1}`)}</row>`)
    expect(refusal(sheet(many.join('')))).toMatchObject({ code: 'file_too_large', line: 100_002 })
  })

  test('given more texts than a workbook may have, then it is refused with their number', () => {
    const texts = (count: number) => `<sst>${'<si><t>a</t></si>'.repeat(count)}</sst>`
    expect(sharedStrings(texts(3), 'a', 3)).toHaveLength(3)
    expect(() => sharedStrings(texts(4), 'a', 3)).toThrow('the workbook has more than 3 texts.')
  })

  test('given entities that multiply, then they are not expanded', () => {
    const xml = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>'
    expect(refusal(zipped({ 'xl/workbook.xml': xml })).message).toContain('the workbook has no sheet.')
  })
})

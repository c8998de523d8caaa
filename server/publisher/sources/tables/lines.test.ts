import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repetitions } from '../../../../testing/repetitions.ts'
import { SourceError } from '../source-error.ts'
import { type Line, readLines, readQuotedLines } from './lines.ts'

const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(',', ';', '\t', '|', '\n', ' ', '\r', '\u00a0', '\v', '\ufeff', '\\', '#', "'"),
  },
  { weight: 2, arbitrary: fc.constantFrom('a', '40.516', 'Ann', 'é', '😀') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('').replaceAll('"', ''))
const quoted = fc.oneof(
  { weight: 2, arbitrary: text },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '"Ann, B"',
      ' "Ann"',
      '"a ""b"" c"',
      '"two\nlines"',
      'Rob "Bud" H',
      '"',
      '""',
      '5"',
      '\n',
    ),
  },
)
const textWithQuotes = fc.array(quoted, { maxLength: 12 }).map((pieces) => pieces.join(''))
const delimiter = fc.constantFrom(',', ';', '\t', '|')

/** The filled lines, or what is wrong with the text. */
function outcome(read: (...call: [string, string, string]) => Line[], text: string, between: string): unknown {
  try {
    return read(text, 'live.csv', between).filter(({ fields }) => fields.some(Boolean))
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const { code, message, line } = error
    return { code, message, line }
  }
}

test.each([
  ['without quotes', text],
  ['with quotes in some of its lines', textWithQuotes],
])('a text %s has the same lines and the same faults as the parser of quoted fields finds', (_, texts) => {
  const property = fc.property(texts, delimiter, (written, between) => {
    expect(outcome(readLines, written, between)).toEqual(outcome(readQuotedLines, written, between))
  })
  fc.assert(property, { numRuns: repetitions({ unit: 1000, full: 10_000 }) })
})

test('a field that goes on in lines without quotes is one field, and the lines behind it keep their numbers', () => {
  const lines = readLines('Name,Car\nAnn,"Miata\nthe red one\nof 1990"\nBob,Golf\n', 'live.csv', ',')
  expect(lines.filter(({ fields }) => fields[0])).toEqual([
    { fields: ['Name', 'Car'], line: 1 },
    { fields: ['Ann', 'Miata\nthe red one\nof 1990'], line: 2 },
    { fields: ['Bob', 'Golf'], line: 5 },
  ])
})

test('given quoted fields below a header of which one or two quotes are lost, then no line has whole fields of two rows', () => {
  const lost = fc.array(fc.nat(), { minLength: 1, maxLength: 2 })
  const property = fc.property(
    fc.integer({ min: 2, max: 4 }),
    delimiter,
    lost,
    fc.boolean(),
    (columns, between, places, isBlank) => {
      const cell = (row: number, column: number) => (isBlank && column > 1 ? '""' : `"r${row}c${column}"`)
      const rows = [0, 1, 2, 3].map((row) => Array.from({ length: columns }, (_, at) => cell(row, at)).join(between))
      const whole = `${rows.join('\n')}\n`
      const below = whole.indexOf('\n')
      const quotes = [...whole.matchAll(/"/g)].map(({ index }) => index).filter((at) => at > below)
      const gone = new Set(places.map((at) => quotes[at % quotes.length]))
      const damaged = [...whole].map((letter, at) => (gone.has(at) ? 'x' : letter)).join('')
      try {
        for (const { fields } of readLines(damaged, 'live.csv', between)) {
          const owners = fields.flatMap((field) => /^r(\d)c\d$/.exec(field)?.[1] ?? [])
          expect(new Set(owners).size, damaged).toBeLessThan(2)
        }
      } catch (error) {
        if (!(error instanceof SourceError)) throw error
      }
    },
  )
  fc.assert(property, { numRuns: repetitions({ unit: 1000, full: 10_000 }) })
})

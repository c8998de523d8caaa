import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repetitions } from '../../../../testing/repetitions.ts'
import { readLines, readQuotedLines } from './lines.ts'

const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(',', ';', '\t', '|', '\n', ' ', '\r', '\u00a0', '\v', '\ufeff', '\\', '#', "'"),
  },
  { weight: 2, arbitrary: fc.constantFrom('a', '40.516', 'Ann', 'é', '😀') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('').replaceAll('"', ''))
const delimiter = fc.constantFrom(',', ';', '\t', '|')

test('a text without quotes has the same lines as the parser of quoted fields finds', () => {
  const property = fc.property(text, delimiter, (plain, between) => {
    const filled = (lines: ReturnType<typeof readLines>) => lines.filter(({ fields }) => fields.some(Boolean))
    expect(filled(readLines(plain, 'live.csv', between))).toEqual(filled(readQuotedLines(plain, 'live.csv', between)))
  })
  fc.assert(property, { numRuns: repetitions({ unit: 1000, full: 10_000 }) })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repetitions } from '../../../../testing/repetitions.ts'
import { readAxwareHtml } from './axware-html.ts'

const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const asPage = (headings: readonly string[], rows: readonly string[], links = '') =>
  `<html>${links}<table><tr>${headings.map((text) => `<th>${text}</th>`).join('')}</tr>${rows.join('\n')}</table></html>`

const dayHeadings = ['Pos.', 'Class', '#', 'Driver', 'Car Model', 'Day', 'Run 1', 'Run 2', 'Total']
const carHeadings = ['Pos.', 'Class', '#', 'Driver', 'Run 1', 'Run 2', 'Total']

/** The rows of one entry, whose times are unlike those of any other one. */
const twoDays = (index: number) => [
  row([`${index + 1}`, 'ss', `${index}`, `Driver ${index}`, 'Car', 'D1', `5${index}.111`, `5${index}.112`, '99.999']),
  row(['', '', '', '', '', 'D2', `5${index}.221`, `5${index}.222`, '+1.234']),
]
const carBelow = (index: number) => [
  row([`${index + 1}`, 'ss', `${index}`, `Driver ${index}`, `5${index}.111`, `5${index}.112`, '50.000']),
  row(['', '', '', 'Some Car', `5${index}.221`, `5${index}.222`, '+1.234']),
]

test.each([
  ['of two days', dayHeadings, twoDays],
  ['with cars below the names', carHeadings, carBelow],
])(
  'given a page %s that lacks rows of some entries, then no entry has a run of another one, and a lost first row brings a warning',
  (_, headings, rowsOf) => {
    const keptRows = fc.constantFrom<readonly [boolean, boolean]>([true, true], [false, true], [true, false])
    // An entry that lacks its second row, in front of one that lacks its first, looks like one whole entry.
    const kept = fc
      .array(keptRows, { minLength: 1, maxLength: 9 })
      .filter((all) => all.every(([, hasSecond], index) => hasSecond || all[index + 1]?.[0] !== false))
    const property = fc.property(kept, (all) => {
      const rows = all.flatMap((keeps, index) => rowsOf(index).filter((_, at) => keeps[at]))
      const { entries, warnings } = readAxwareHtml(asPage(headings, rows), 'live.html')
      expect(entries).toHaveLength(all.length)
      for (const { runs } of entries) {
        expect(new Set(runs.flat().map((run) => run.slice(0, 2))).size).toBe(1)
      }
      const isDamaged = all.some(([hasFirst]) => !hasFirst)
      expect(warnings.map(({ code }) => code)).toEqual(isDamaged ? ['damaged_page'] : [])
    })
    fc.assert(property, { numRuns: repetitions({ unit: 300, full: 3000 }) })
  },
)

test('given a second D2 below an entry, then it is an entry of its own without a name, and its runs are of the second day', () => {
  const [first = '', second = ''] = twoDays(1)
  const rows = [...twoDays(0), second.replaceAll('51.', '31.'), first, second]
  const { entries, warnings } = readAxwareHtml(asPage(dayHeadings, rows, '<a href="#ss">ss</a>'), 'live.html')
  expect(entries.map(({ name, class: code, number, total, runs }) => [name, code, number, total, runs])).toEqual([
    [
      'Driver 0',
      'ss',
      '0',
      '99.999',
      [
        ['50.111', '50.112'],
        ['50.221', '50.222'],
      ],
    ],
    ['', 'ss', '', '', [[], ['31.221', '31.222']]],
    [
      'Driver 1',
      'ss',
      '1',
      '99.999',
      [
        ['51.111', '51.112'],
        ['51.221', '51.222'],
      ],
    ],
  ])
  expect(warnings).toMatchObject([
    {
      code: 'damaged_page',
      line: 3,
      message: 'class ss is doubtful: a row has runs, but no name, class and number. Save the page again.',
    },
  ])
})

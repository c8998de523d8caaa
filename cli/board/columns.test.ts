import { describe, expect, test } from 'vitest'
import { type Event, eventSchema } from '../../lib/record/event.ts'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import { lineWidth, plainText } from '../styled-text/styled-line.ts'
import { boardOf } from './board.ts'
import { tableLine } from './table-line.ts'

const drivers = [
  { driver_name: 'Joan Zielinski', class: 'SS', number: '4', car: 'Porsche 911 GT3', runs: ['41.101', '40.101'] },
  { driver_name: '李小龍', class: 'SS', number: '107', car: 'Miata', runs: ['42.101+1', '43.101+DNF', '41.101'] },
  { driver_name: 'Late Arrival', class: 'ss', number: '9', tire: 'Round' },
  { driver_name: 'Newcomer', class: 'NS', number: '1', runs: ['50.000'] },
]

const event = eventSchema.parse({
  title: 'Test',
  classes: [
    { code: 'SS', name: 'Super Street', index: 0.9 },
    { code: 'NS', group: 'N', index: 0.8 },
  ],
  columns: [{ attribute: 'tire', title: 'Tire' }],
})

function tableOf(width: number, of: Event = event, className?: string): string[] {
  const board = boardOf(standingsOf(drivers, of), className, width)
  const lines = board.rows.map((row) => tableLine(row, board, undefined))
  for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width)
  return lines.map(plainText)
}

describe('the table', () => {
  test('has every column in 200 cells, and a heading for each class', () => {
    expect(tableOf(200)).toEqual([
      'SS Super Street  3 entries · 1 trophy        Tire      Time     Gap  Runs',
      '   1T    4  Joan Zielinski  Porsche 911 GT3          40.101          41.101  40.101',
      '   2   107  李小龍          Miata                    41.101  +1.000  42.101+1  43.101+DNF  41.101',
      '         9  Late Arrival                     Round  no time',
      '',
      'N  1 entry · 1 trophy       Car              Tire      Time     PAX     Gap  Runs',
      '   1T    1  Newcomer                                 50.000  40.000          50.000',
    ])
  })

  test('has position, number, name, times and the last run in 60 cells', () => {
    expect(tableOf(60)).toEqual([
      'SS Super Street  3 entries     Time     Gap  Runs',
      '   1T    4  Joan Zielinski   40.101          41.101  40.101',
      '   2   107  李小龍           41.101  +1.000  … 41.101',
      '         9  Late Arrival    no time',
      '',
      'N  1 entry · 1 trophy          Time     PAX     Gap',
      '   1T    1  Newcomer         50.000  40.000',
    ])
  })

  test('has position, number, name and time in 30 cells', () => {
    expect(tableOf(30, event, 'SS')).toEqual([
      'SS Super Street           Time',
      '   1T    4  Joan Zie…   40.101',
      '   2   107  李小龍      41.101',
      '         9  Late Arr…  no time',
    ])
  })

  test('fits into every width from 24 to 139 cells', () => {
    for (let width = 24; width < 140; width += 1) tableOf(width)
  })

  test('of one class ignores case and spaces in its name, and lists the classes when none has it', () => {
    expect(tableOf(100, event, ' sS ')).toHaveLength(4)
    expect(boardOf(standingsOf(drivers, event), 'XX\x1b[2J', 100)).toMatchObject({
      rows: [],
      empty: 'Nobody in class "XX�[2J". There are: SS, N.',
    })
    expect(boardOf(standingsOf([], event), 'XX', 100).empty).toContain('No drivers yet')
  })

  test('has only safe texts in its spans, before the painter removes controls', () => {
    const name = '\x1b]0;x\x07 👩‍👧  \n\u202eBob'
    const evil = { driver_name: name, class: name, number: name, car: name, tire: name, runs: [name] }
    const titled = { ...event, title: name, columns: [{ attribute: 'tire', title: name }] }
    const board = boardOf(standingsOf([evil], { ...titled, classes: [{ code: name, name }] }), undefined, 400)
    const pieces = board.rows.flatMap((row) => tableLine(row, board, undefined)).concat(board.title)
    const texts = pieces.map(({ text }) => text.trim()).filter((text) => text.includes('Bob'))
    expect(new Set(texts)).toEqual(new Set(['�]0;x� 👩👧 Bob']))
    // Name, number, car, tire and run; the class, its name, and one title; the event.
    expect(texts).toHaveLength(9)
  })

  test('has times in the format of the event', () => {
    const long = standingsOf([{ driver_name: 'Bob', runs: ['1:43.769'] }], { ...event, time_format: 'minutes' })
    const board = boardOf(long, undefined, 100)
    expect(board.rows.map((row) => plainText(tableLine(row, board, undefined)))[1]).toContain('1:43.769  ')
  })
})

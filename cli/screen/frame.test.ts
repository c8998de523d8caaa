import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialLiveState, type LiveState } from '../../lib/live/live-store.ts'
import { byName, type Driver } from '../../lib/record/driver.ts'
import { defaultEvent } from '../../lib/record/event.ts'
import { standingsOf } from '../../lib/standings/create-standings.ts'
import { emptyReplica } from '../../lib/sync/replica.ts'
import { anyText } from '../../testing/any-text.ts'
import { boardOf } from '../board/board.ts'
import { plainTable } from '../pipe/plain-table.ts'
import { paintLine } from '../styled-text/paint.ts'
import { lineWidth, plainText } from '../styled-text/styled-line.ts'
import { type Frame, frameOf, type View } from './frame.ts'
import { screenAfter } from './screen.fixture.ts'

const now = 1_800_000_000_000
const event = { ...defaultEvent('Test Autocross'), date: '17 May 2026' }

function driversOf(count: number): Driver[] {
  return Array.from({ length: count }, (_, index) => ({
    driver_name: `Driver ${index + 1}`,
    class: index < 5 ? 'SS' : 'AS',
    number: `${index + 1}`,
    runs: [`${40 + index}.000`],
  }))
}

function viewOf(drivers: readonly Driver[], change: Partial<View> = {}): View {
  const width = change.width ?? 80
  const replica = { ...emptyReplica, log: 'abc', version: 7, drivers: byName(drivers), event, at: now - 14_000 }
  const live: LiveState = { ...initialLiveState, replica, connection: 'live', heardAt: now - 3000 }
  const board = boardOf(standingsOf(drivers, event), undefined, width)
  const server = 'http://localhost:3000'
  return { live, confirmed: true, board, marks: new Map(), scroll: 0, now, server, width, height: 12, ...change }
}

const textsOf = ({ lines }: Frame) => lines.map(plainText)

describe('the screen', () => {
  test('has the event, the status, the table and the keys', () => {
    expect(textsOf(frameOf(viewOf(driversOf(7))))).toEqual([
      'Test Autocross · Unofficial · 17 May 2026',
      '● live · results changed 14 s ago · version 7 · log abc · 0 divergences',
      'AS  2 entries          Time     Gap  Runs',
      '   1T   6  Driver 6  45.000          45.000',
      '   2    7  Driver 7  46.000  +1.000  46.000',
      '',
      'SS  5 entries          Time     Gap  Runs',
      '   1T   1  Driver 1  40.000          40.000',
      '   2T   2  Driver 2  41.000  +1.000  41.000',
      '   3    3  Driver 3  42.000  +2.000  42.000',
      '   4    4  Driver 4  43.000  +3.000  43.000',
      'q quits · ↑ ↓ PgUp PgDn scroll, lines 1–9 of 10 · 7 entries',
    ])
  })

  test('scrolls by rows, shows the class of its first row, and ends with the last row', () => {
    const rowsAt = (scroll: number) => textsOf(frameOf(viewOf(driversOf(30), { scroll }))).slice(2, 11)
    expect(rowsAt(3)[0]).toMatch(/^AS {2}25 entries/)
    expect(rowsAt(3)[1]).toContain('Driver 9')
    expect(rowsAt(4)[0]).toMatch(/^AS {2}25 entries/)
    expect(rowsAt(4)[1]).toContain('Driver 10')
    const end = frameOf(viewOf(driversOf(30), { scroll: Number.MAX_SAFE_INTEGER }))
    expect(end.scroll).toBe(33 - end.page)
    expect(textsOf(end).at(-2)).toContain('Driver 5')
    expect(frameOf(viewOf(driversOf(2), { scroll: 5 })).scroll).toBe(0)
  })

  test('marks changed entries, but none in a list that may be outdated', () => {
    const marks = new Map([
      ['Driver 2', 'up'] as const,
      ['Driver 3', 'down'] as const,
      ['Driver 1', 'changed'] as const,
    ])
    const view = viewOf(driversOf(4), { marks })
    expect(textsOf(frameOf(view)).slice(3, 7)).toEqual([
      expect.stringMatching(/^• {2}1T {3}1/),
      expect.stringMatching(/^▲ {2}2T {3}2/),
      expect.stringMatching(/^▼ {2}3 {4}3/),
      expect.stringMatching(/^ {3}4 {4}4/),
    ])
    const stylesOf = (live: LiveState) => {
      const table = frameOf({ ...view, live })
        .lines.slice(2, 7)
        .flat()
      return new Set(table.flatMap(({ styles }) => styles))
    }
    expect(stylesOf(view.live)).toContain('changed')
    expect(stylesOf({ ...view.live, connection: 'offline' })).toEqual(new Set(['quiet']))
    expect(stylesOf({ ...view.live, stalledSince: now })).toEqual(new Set(['quiet']))
  })

  test('says what it waits for before the first list', () => {
    const board = boardOf(undefined, undefined, 40)
    const live = { ...initialLiveState, connection: 'connecting' as const }
    const waiting = viewOf([], { live, board, confirmed: false, width: 40, height: 9 })
    expect(textsOf(frameOf(waiting))).toEqual([
      'Live results',
      '● connecting … · 0 divergences',
      '',
      'Connecting to http://localhost:3000 …',
      ...['', '', '', '', 'q quits · http://localhost:3000'],
    ])
    expect(textsOf(frameOf({ ...waiting, live: { ...live, connection: 'offline' } }))).toEqual([
      'Live results',
      '● offline · no answer yet',
      '0 divergences',
      '',
      'No answer from http://localhost:3000',
      'yet. Is the server running there? It is',
      'tried again by itself.',
      ...['', 'q quits · http://localhost:3000'],
    ])
    expect(textsOf(frameOf(viewOf([])))[3]).toMatch(/^No drivers yet\./)
  })

  test('shows the status at every height', () => {
    for (let height = 1; height < 12; height += 1) {
      const lines = textsOf(frameOf(viewOf(driversOf(30), { height, width: 20 })))
      expect(lines.filter((line) => line.startsWith('● live'))).toHaveLength(1)
      expect(lines).toHaveLength(height)
      if (height > 1) expect(lines.some((line) => line.startsWith('AS'))).toBe(true)
    }
  })
})

/** Texts of people and of attackers. */
const nasty = fc.oneof(
  fc.string({ maxLength: 30 }),
  anyText({ maxLength: 30 }),
  fc
    .array(
      fc.constantFrom('\x1b]0;x\x07', '\x1b[2J', '\x9b', '\n', '\t', '\u202e', '李', '🏁', '👩‍👧', '\u0301', 'x', ' '),
    )
    .map((parts) => parts.join('')),
)
const driver = fc.record({
  driver_name: nasty.map((name) => name || 'x'),
  class: nasty,
  number: nasty,
  car: nasty,
  runs: fc.array(fc.oneof(nasty, fc.constantFrom('40.1', '41.22+1', 'DNF')), { maxLength: 8 }),
})

describe('of any list', () => {
  test('the screen fits into a terminal of any size and has only the controls of the painter', () => {
    const sizes = fc.record({ width: fc.integer({ min: 1, max: 170 }), height: fc.integer({ min: 1, max: 40 }) })
    const property = fc.property(fc.array(driver, { maxLength: 12 }), sizes, nasty, (drivers, size, title) => {
      const unique = [...byName(drivers).values()]
      const named = standingsOf(unique, { ...event, title, place: title, columns: [{ attribute: 'car', title }] })
      const board = boardOf(named, undefined, size.width)
      const { lines } = frameOf(viewOf(unique, { ...size, board }))
      expect(lines.length).toBeLessThanOrEqual(size.height)
      for (const line of lines) {
        expect(lineWidth(line)).toBeLessThanOrEqual(size.width)
        for (const coloured of [true, false]) {
          // Throws at any control that paint.ts does not write.
          const [row = ''] = screenAfter(paintLine(line, coloured)).rows
          expect(row).toBe(plainText(line))
        }
      }
    })
    fc.assert(property, { numRuns: 300 })
  })

  test('the table for pipes has one line for each row and no controls', () => {
    const property = fc.property(fc.array(driver, { maxLength: 12 }), nasty, (drivers, title) => {
      const unique = [...byName(drivers).values()]
      const board = boardOf(standingsOf(unique, { ...event, title }), undefined, Number.POSITIVE_INFINITY)
      const lines = plainTable(viewOf(unique, { board, width: Number.POSITIVE_INFINITY }))
      expect(lines).toHaveLength(3 + Math.max(1, board.rows.length))
      for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u)
    })
    fc.assert(property, { numRuns: 300 })
  })
})

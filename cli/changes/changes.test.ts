import { describe, expect, test } from 'vitest'
import { byName, type Driver } from '../../lib/record/driver.ts'
import { defaultEvent, type Event, eventSchema } from '../../lib/record/event.ts'
import { followLists } from '../../lib/standings/follow-lists.ts'
import { changeLine } from './change-line.ts'
import { changesBetween, eventNews } from './changes.ts'

const joan = { driver_name: 'Joan', class: 'SS', number: '4', car: 'Corvette', runs: ['41.000'] }
const felipe = { driver_name: 'Felipe', class: 'SS', number: '88', runs: ['42.000'] }
const olena = { driver_name: 'Olena', class: 'SS', number: '27', runs: ['43.000'] }
const entries = [joan, felipe, olena]
const event = defaultEvent('Test')

function change(after: readonly Driver[], before: readonly Driver[] = entries, of: Event = event) {
  const standingsAfter = followLists()
  return changesBetween(standingsAfter(byName(before), of), standingsAfter(byName(after), of))
}

const linesOf = (...lists: Parameters<typeof change>) => change(...lists).map(changeLine)

describe('the changes between two lists', () => {
  test('are empty for equal lists in any order', () => {
    expect(linesOf([olena, felipe, joan])).toEqual([])
    expect(linesOf([{ ...joan }, { ...felipe, runs: [...felipe.runs] }, olena])).toEqual([])
  })

  test('have the new run with its time and position, then the entries that moved', () => {
    expect(linesOf([joan, felipe, { ...olena, runs: ['43.000', '38.500+1'] }])).toEqual([
      'SS #27 Olena  run 2: 38.500+1, time 43.000 → 40.500, position 3 → 1',
      'SS #4 Joan  position 1 → 2',
      'SS #88 Felipe  position 2 → 3',
    ])
  })

  test('have a new run without a time when the result is unchanged', () => {
    expect(linesOf([{ ...joan, runs: ['41.000', 'DNF'] }, felipe, olena])).toEqual(['SS #4 Joan  run 2: DNF'])
  })

  test('have a correction with the run, the time and the position before it', () => {
    expect(linesOf([joan, felipe, { ...olena, runs: ['43.000+DNF'] }])).toEqual([
      'SS #27 Olena  run 1 corrected: 43.000+DNF, was 43.000, no time, was 43.000, no position, was 3',
    ])
    expect(linesOf([joan, felipe, { ...olena, runs: [] }])).toEqual([
      'SS #27 Olena  run 1 taken back, was 43.000, no time, was 43.000, no position, was 3',
    ])
  })

  test('have a position that becomes shared for both entries', () => {
    expect(linesOf([joan, { ...felipe, runs: ['41.000'] }, olena])).toEqual([
      'SS #88 Felipe  run 1 corrected: 41.000, was 42.000, time 42.000 → 41.000, position 2 → 1=',
      'SS #4 Joan  position 1 → 1=',
    ])
  })

  test('have added and removed entries', () => {
    const ngozi = { driver_name: 'Ngozi', class: 'AS', number: '', runs: ['45.000'] }
    expect(linesOf([joan, felipe, ngozi])).toEqual([
      'AS Ngozi  entered, time 45.000, position 1',
      'SS #27 Olena  left the list',
    ])
    const [, removed] = change([joan, felipe, ngozi])
    expect(removed?.classes).toEqual(['SS'])
  })

  test('have a changed class, number, name, car and shown attribute, but no hidden one', () => {
    const withTire = eventSchema.parse({ title: 'Test', columns: [{ attribute: 'tire', title: 'Tire' }] })
    const after = { ...joan, class: 'AS', number: '5', display_name: 'Joan Z.', car: 'Miata', tire: 'R', member: '1' }
    const [first] = change([after, felipe, olena], entries, withTire)
    expect(first?.news.join(', ')).toBe(
      'was Joan, class SS → AS, number 4 → 5, car Corvette → Miata, Tire none → R, position 1',
    )
    expect(first?.classes).toEqual(['AS', 'SS'])
    expect(linesOf([{ ...joan, member: '1' } as Driver, felipe, olena])).toEqual([])
  })

  test('name the course when an entry has several', () => {
    const before = [{ driver_name: 'Bob', runs: [['40.000'], ['41.000']] }]
    expect(linesOf([{ driver_name: 'Bob', runs: [['40.000'], ['41.000', '39.000']] }], before)).toEqual([
      'Bob  course 2 run 2: 39.000, time 40.000 → 39.000',
    ])
  })

  test('mark each entry as moved up, moved down or not moved', () => {
    const moved = change([{ ...joan, runs: [] }, { ...felipe, car: 'Supra' }, olena])
    expect(moved.map(({ name, moved }) => [name, moved])).toEqual([
      ['Felipe', 1],
      ['Joan', -1],
      ['Olena', 1],
    ])
    expect(change([...entries, { driver_name: 'New', class: 'SS', runs: ['1.000'] }])[0]?.moved).toBe(0)
    expect(change([joan, felipe, { ...olena, runs: ['43.000', '44.000'] }])[0]?.moved).toBe(0)
  })

  test('have no terminal controls in their lines', () => {
    const evil = { driver_name: 'E\x1b[2J', class: '\x9bS', number: '1\n2', car: '\x1bc', runs: ['\x1b[5m'] }
    const lines = linesOf([...entries, evil]).concat(linesOf([{ ...evil, car: '\x07', runs: ['\u202e1'] }], [evil]))
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
  })
})

test('the news of an event are its changed title and state', () => {
  expect(eventNews(event, { ...event })).toEqual([])
  expect(eventNews(event, { ...event, title: 'Day\x1b 2', state: 'final' })).toEqual([
    'the event is Day� 2',
    'results are final',
  ])
})

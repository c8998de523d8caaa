import { expect, test } from 'vitest'
import { eventSchema } from '../../../lib/record/event.ts'
import { standingsOf } from '../../../lib/standings/create-standings.ts'
import { downloadRows } from './download-rows.ts'

const event = eventSchema.parse({
  title: 'Test',
  classes: [{ code: 'SS', index: 0.8 }],
  columns: [{ attribute: 'tire', title: 'Tire' }],
})

test('each row has the same columns, in the order of the page, one for each run', () => {
  const { raw } = standingsOf(
    [
      {
        driver_name: 'Ann (SS 1)',
        display_name: 'Ann',
        class: 'SS',
        number: '1',
        car: 'Miata',
        tire: 'A7',
        runs: ['41.5'],
      },
      { driver_name: 'Bob', class: 'SS', runs: ['40.000+1', 'DNF'] },
    ],
    event,
  )
  const rows = downloadRows(raw, event)
  expect(rows.map((row) => Object.keys(row))).toEqual(
    Array(2).fill([
      ...['position', 'class', 'number', 'driver', 'car', 'tire', 'time', 'gap', 'raw_position', 'indexed_time'],
      ...['pax_position', 'status', 'laps', 'completed', 'run_1', 'run_2'],
    ]),
  )
  expect(rows.map((row) => Object.values(row))).toEqual([
    [1, 'SS', '1', 'Ann', 'Miata', 'A7', '41.500', '', 1, '33.200', 1, '', '', '1', '41.5', ''],
    [2, 'SS', '', 'Bob', '', '', '42.000', '0.500', 2, '33.600', 2, '', '', '1', '40.000+1', 'DNF'],
  ])
})

test('an attribute that is called like a column of every download does not replace that column', () => {
  const { raw } = standingsOf([{ driver_name: 'Ann', class: 'SS', position: 'pole', runs: ['41.5'] }], event)
  const [row] = downloadRows(raw, { ...event, columns: [{ attribute: 'position', title: 'Grid' }] })
  expect(row?.position).toBe(1)
})

test('in a race each row has its laps', () => {
  const race = eventSchema.parse({ title: 'Race', scoring: 'laps_then_time' })
  const { raw } = standingsOf([{ driver_name: 'Ann', runs: ['60', '61', 'DNF'] }, { driver_name: 'Bob' }], race)
  expect(downloadRows(raw, race).map(({ laps, completed }) => [laps, completed])).toEqual([
    ['2', '2'],
    ['0', '0'],
  ])
})

test('an attribute called laps that an event shows keeps its column', () => {
  const shown = { ...event, columns: [{ attribute: 'laps', title: 'Laps led' }] }
  const { raw } = standingsOf([{ driver_name: 'Ann', laps: 7, runs: ['41.5'] }], shown)
  expect(downloadRows(raw, shown)[0]?.laps).toBe('7')
})

test('with two courses, each run column is named after its course', () => {
  const { raw } = standingsOf([{ driver_name: 'Ann', runs: [['40'], ['41', '42']] }], {
    ...event,
    scoring: 'sum_of_best',
  })
  expect(Object.keys(downloadRows(raw, event)[0] ?? {})).toEqual(
    expect.arrayContaining(['course_1_run_1', 'course_2_run_1', 'course_2_run_2']),
  )
})

test('a disqualified entry has its status in the place of a position, and is last', () => {
  const fast = { driver_name: 'Ann', class: 'SS', runs: ['40.000'], status: 'dq' }
  const { raw } = standingsOf([fast, { driver_name: 'Bob', class: 'SS', runs: ['41.000'] }], event)
  const rows = downloadRows(raw, event).map(({ driver, position, status }) => [driver, position, status])
  expect(rows).toEqual([
    ['Bob', 1, ''],
    ['Ann', '', 'DSQ'],
  ])
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import { formatTime, parseTime } from '../../../lib/record/run.ts'
import { standingsOf } from '../../../lib/standings/create-standings.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { readFolder } from '../render/read-folder.fixture.ts'
import { readAxwareGrid } from '../sources/axware/axware-grid.ts'
import { readAxwareHtml } from '../sources/axware/axware-html.ts'
import { readProntoHtml } from '../sources/pronto/pronto-html.ts'
import { readCsv } from '../sources/tables/csv.ts'

const data = fileURLToPath(new URL('../../../data', import.meta.url))
const example = (name: string) => join(data, 'examples', name)
const textOf = (...path: string[]) => readFileSync(join(data, ...path), 'utf8')

function standingsByNumber(drivers: readonly Driver[], event: Event): ReadonlyMap<string, Standing> {
  const { raw } = standingsOf(drivers, event)
  return new Map(raw.map((standing) => [`${standing.driver.class} ${standing.driver.number}`, standing]))
}

const named = (drivers: readonly Driver[], name: string) => drivers.find((driver) => driver.driver_name === name)
const timeText = (milliseconds: number | undefined) => (milliseconds === undefined ? '' : formatTime(milliseconds))

test.each([
  { folder: '.', file: 'live.rgg', drivers: 62, classes: 15, warnings: ['repeated_name'] },
  { folder: 'examples/axware-html', file: 'live.html', drivers: 15, classes: 0, warnings: [] },
  { folder: 'examples/club-csv', file: 'results.csv', drivers: 14, classes: 7, warnings: [] },
  { folder: 'examples/json', file: 'results.json', drivers: 5, classes: 0, warnings: [] },
  { folder: 'examples/motorsportreg', file: 'entries.csv', drivers: 6, classes: 3, warnings: [] },
  {
    folder: 'examples/pronto',
    file: ['live/RawDay1.html', 'live/SS.html', 'live/STR.html', 'live/X.html'],
    drivers: 9,
    classes: 5,
    warnings: [],
  },
  { folder: 'examples/xlsx', file: 'results.xlsx', drivers: 5, classes: 0, warnings: [] },
  { folder: 'examples/rallycross', file: 'results.txt', drivers: 12, classes: 5, warnings: [] },
  { folder: 'examples/two-day', file: 'results.tsv', drivers: 10, classes: 4, warnings: [] },
])(
  'data/$folder is read as it is, with the expected entries, classes and warnings',
  async ({ folder, file, drivers, classes, warnings }) => {
    const read = await readFolder(join(data, folder))
    expect(read.files).toEqual([file].flat())
    expect(read.drivers).toHaveLength(drivers)
    expect(read.event.classes).toHaveLength(classes)
    expect(read.warnings.map(({ code }) => code)).toEqual(warnings)
  },
)

describe('the example event', async () => {
  const { drivers, event } = await readFolder(data)

  test('has the data of a driver in its timing file, and nothing private', () => {
    expect(named(drivers, 'Ian O’Malley')).toEqual({
      driver_name: 'Ian O’Malley',
      class: 'STR',
      number: '44',
      car: '2006 Mazda MX-5',
      color: 'Velocity Red',
      tire: 'Yokohama A052',
      region: 'Gravel Point',
      heat: '1',
      published_total: '43.700',
      runs: ['44.421', '45.132+1', '43.700', '44.230'],
    })
    expect(JSON.stringify(drivers)).not.toMatch(/member/i)
  })

  test('reads difficult names and runs correctly', () => {
    expect(named(drivers, 'Enrique "Kiko" Santibáñez')?.number).toBe('3')
    expect(named(drivers, 'Thaddeus Yorba, IV')?.class).toBe('SS')
    expect(named(drivers, '王小明')?.class).toBe('STR')
    expect(named(drivers, 'Sofia Lindqvist (XP 31)')?.display_name).toBe('Sofia Lindqvist')
    expect(named(drivers, 'Sofia Lindqvist (STX 31)')?.car).toBe('2013 Scion FR-S')
    expect(named(drivers, 'Casimir Wnuk')?.number).toBe('09')
    expect(named(drivers, 'João Conceição')?.runs).toEqual(['45.614', '45.502+2', '44.784+RRN', '45.309+1', '43.760'])
    expect(named(drivers, 'Hobart McAllister-Finch')?.runs).toEqual(['49.684', '49.200', 'DNS', 'DNS'])
    expect(named(drivers, 'Chiamaka Adébáyò')?.runs).toEqual(['54.481+DNF', '54.298+3', '51.824', '51.701+1'])
    expect(named(drivers, 'Bartholomew Kincaid')?.runs).toEqual(['49.604', '49.541+DSQ', '48.521'])
    expect(named(drivers, 'Luz Marina Quispe')?.runs).toEqual(['OFF', '44.868', '45.332', '45.021'])
    expect(named(drivers, 'Winifred Okafor')?.runs).toEqual([])
  })

  test('derives the times and positions that are in its timing file', () => {
    const standings = standingsByNumber(drivers, event)
    for (const entry of readAxwareGrid(textOf('live.rgg'), 'live.rgg').entries) {
      const standing = standings.get(`${entry.class} ${entry.number}`)
      const grouped = standing?.class_code === 'N'
      expect(timeText(standing?.total)).toBe(entry.raw_time)
      expect(timeText(standing?.indexed)).toBe(entry.pax_time)
      expect(String(standing?.raw_position?.place ?? '')).toBe(entry.raw_position)
      expect(String(standing?.pax_position?.place ?? '')).toBe(entry.pax_position)
      expect(timeText(grouped ? standing?.indexed : standing?.total) || 'dns').toBe(entry.total)
    }
  })

  test('ranks novices of two classes by indexed time, and shares a position between ties', () => {
    const { classes } = standingsOf(drivers, event)
    const novices = classes.find(({ code }) => code === 'N')
    expect(novices?.ranked_by).toBe('indexed')
    expect(new Set(novices?.entries.map(({ driver }) => driver.class))).toEqual(new Set(['NSTR', 'NHS']))
    const shared = classes.find(({ code }) => code === 'SM')?.entries.map(({ class_position: position }) => position)
    expect(shared?.slice(2, 4)).toEqual(Array.from({ length: 2 }, () => ({ place: 3, shared: true })))
  })
})

test('the AXWare example has the positions and totals that its page prints', async () => {
  const { drivers, event } = await readFolder(example('axware-html'))
  const standings = standingsByNumber(drivers, event)
  const page = readAxwareHtml(textOf('examples', 'axware-html', 'live.html'), 'live.html')
  for (const { class: code, group, number, total, position } of page.entries) {
    const standing = standings.get(`${code} ${number}`)
    expect(standing?.class_code).toBe(group)
    expect(standing?.class_position?.place).toBe(parseTime(total) === undefined ? undefined : position)
    expect(group === 'n' ? standing?.indexed : standing?.total).toBe(parseTime(total))
  }
  expect(named(drivers, 'Gideon Marsh')).toMatchObject({ class: 'nds', group: 'n', published_indexed: '43.951' })
  expect(named(drivers, 'Clementine Park')?.runs).toEqual(['50.020+DNF', '48.815+0/1', 'RRN', '48.377', '47.802+1'])
  expect(named(drivers, 'Clementine Park')).not.toHaveProperty('group')
})

test('the club CSV example has the ranks in its file', async () => {
  const { drivers, event } = await readFolder(example('club-csv'))
  const standings = standingsByNumber(drivers, event)
  const ranks = (standing: Standing | undefined) =>
    [standing?.class_position, standing?.pax_position, standing?.raw_position].map((one) => String(one?.place ?? ''))
  for (const row of readCsv(textOf('examples', 'club-csv', 'results.csv'), 'results.csv').rows) {
    expect(ranks(standings.get(`${row.Class} ${row.CarNumber}`))).toEqual([
      row.ClassRank,
      row.IndexRank,
      row.OverallRank,
    ])
  }
  expect(named(drivers, 'Yorick Hale, III')?.runs).toEqual(['53.004', '52.1', '52.377+1', '39+RRN', '51.863'])
})

test('the Pronto example has the positions and totals that its pages print, and an index class', async () => {
  const { drivers, event } = await readFolder(example('pronto'))
  const standings = standingsByNumber(drivers, event)
  for (const code of ['SS', 'STR']) {
    for (const entry of readProntoHtml(textOf('examples', 'pronto', 'live', `${code}.html`), code).entries) {
      const standing = standings.get(`${code} ${entry.number}`)
      expect(standing?.class_position?.place).toBe(entry.total === '' ? undefined : entry.position)
      expect(timeText(standing?.total)).toBe(entry.total)
    }
  }
  expect(named(drivers, 'Ida Quist')?.runs).toEqual(['48.357', '47.318', '47.083', '47.774+1', 'DNF'])
  expect(standings.get('STX 103')).toMatchObject({
    class_code: 'X',
    class_position: { place: 2 },
    indexed: Math.floor(48_967 * 0.816),
  })
  expect(standings.get('GS 22')).toMatchObject({ class_position: { place: 1 }, indexed: Math.floor(49_281 * 0.788) })
})

test('the workbook example has the thousandths that Excel does not show, and the words and cones of its cells', async () => {
  const { drivers, event } = await readFolder(example('xlsx'))
  expect(named(drivers, 'Aurelia Voss')).toMatchObject({ number: '04', runs: ['01:01.234', '01:00.871'] })
  expect(named(drivers, 'Tobias Ekman')?.runs).toEqual(['01:03.402+1', '01:02.950'])
  expect(named(drivers, 'Noor Haddad')?.runs).toEqual(['DNF', '01:04.118'])
  const places = [...standingsByNumber(drivers, event)].map(([key, { class_position: one }]) => [key, one?.place])
  expect(Object.fromEntries(places)).toEqual({ 'A 04': 1, 'A 17': 2, 'B 7': 1, 'B 09': 1, 'B 31': 3 })
})

test('the JSON example reads cones and words, and the MotorsportReg example nothing private', async () => {
  const { drivers } = await readFolder(example('json'))
  expect(drivers.map(({ runs }) => runs)).toEqual([
    ['58.112', '54.997+1', '55.6'],
    ['57.204+DNF', '56.318'],
    ['53.871+2', '53.902', 'OFF'],
    ['54.44'],
    [],
  ])
  const { drivers: entries } = await readFolder(example('motorsportreg'))
  expect(entries.map(({ driver_name: name, number }) => `${number} ${name}`)).toContain('09 Owen "Tso" Tsosie')
  expect(JSON.stringify(entries)).not.toMatch(/55\.00|20551|2026/)
})

test('the rallycross example adds up all runs but the slowest; a driver with too few is behind the others', async () => {
  const { drivers, event } = await readFolder(example('rallycross'))
  const standings = standingsByNumber(drivers, event)
  expect(standings.get('SF 22')).toMatchObject({ total: 371_673, completed: 4 })
  expect(standings.get('PA 18')).toMatchObject({ total: 411_642, class_position: { place: 1 } })
  expect(standings.get('PA 81')).toMatchObject({ total: 354_294, class_position: { place: 2 } })
  expect(named(drivers, 'Renée Tremblay')?.runs).toEqual(['97.330', '94.216+1/1', '92.018', '91.455', '90.870'])
})

test('the two-day example adds up the best run of each day', async () => {
  const { drivers, event } = await readFolder(example('two-day'))
  const standings = standingsByNumber(drivers, event)
  expect(standings.get('SSP 10')).toMatchObject({ total: 58_955 + 59_118, runs_left: 1 })
  expect(standings.get('DS 222')?.class_position).toEqual({ place: 1, shared: true })
  expect(standings.get('CS 190')).toMatchObject({ completed: 1, class_position: { place: 3 } })
  expect(named(drivers, 'Katalin Szabó')?.runs).toEqual([
    ['64.722+1', '63.480', '62.690'],
    ['OFF', '63.917', ''],
  ])
})

test('the template lines in data/README.md turn "Last, First" around', async () => {
  const [, begin = '', name = ''] = /begin the loop with `(.+?)` and write\s+`(.+?)`/s.exec(textOf('README.md')) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'paddock-readme-'))
  try {
    writeFileSync(join(folder, 'event.yaml'), 'title: Test\n')
    writeFileSync(join(folder, 'names.json'), '[{ "name": "Hobbs, Jeff" }, { "name": "Ada Lund" }]')
    const loop = `{% for entry in json("names.json") -%}\n${begin}\n{{ { ${name} } | dump }}\n{% endfor %}`
    writeFileSync(join(folder, 'drivers.jsonl.njk'), loop)
    const { drivers } = await readFolder(folder)
    expect(drivers.map(({ driver_name }) => driver_name)).toEqual(['Jeff Hobbs', 'Ada Lund'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

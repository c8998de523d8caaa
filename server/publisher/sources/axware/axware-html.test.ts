import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAxwareHtml } from './axware-html.ts'

const page = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
const read = (name: string) => readAxwareHtml(page(name), name)

test('a driver in two rows is read under a class heading that names the columns', () => {
  expect(read('two-rows.htm').entries[1]).toEqual({
    name: 'Orlo O’Mara',
    class: 'STS',
    group: 'P',
    group_name: 'Pro',
    number: '59',
    car: 'Tin & Rust "Special"',
    color: '',
    runs: ['61.078+DNF', '58.455', '64.905', '63.770', '62.964+3'],
    total: '47.816',
    difference: '+0.454',
    position: 2,
    trophy: false,
    best_run: 1,
    line: 68,
  })
})

test('a blank class becomes that of the group, and a printed class is kept beside the group', () => {
  const codes = read('two-rows.htm').entries.map((entry) => [entry.class, entry.group, entry.group_name])
  expect(codes).toEqual([
    ['STR', 'P', 'Pro'],
    ['STS', 'P', 'Pro'],
    ['AS', 'P', 'Pro'],
    ['BS', 'BS', "Men's B Street"],
    ['BS', 'BS', "Men's B Street"],
    ['NBS', 'N', 'Novice'],
    ['NGS', 'N', 'Novice'],
  ])
})

test('runs keep gaps between them and lose those at the end, and the best is found in either row', () => {
  const { entries } = read('two-rows.htm')
  expect(entries.map(({ runs, best_run }) => [runs, best_run])).toEqual([
    [['57.063', '63.649', '64.275', '63.978+1'], 0],
    [['61.078+DNF', '58.455', '64.905', '63.770', '62.964+3'], 1],
    [[], undefined],
    [['70.542+DNF', '67.442', '66.960', '65.776', '66.706'], 3],
    [['68.923', '', '67.091+RRN', '', '66.903'], 4],
    [['71.133+', '68.889', 'OFF'], 1],
    [['72.133', '70.889', '68.999'], 2],
  ])
})

test('names are as printed, and an entry without a name is read', () => {
  const { entries } = read('two-rows.htm')
  expect(entries[2]).toMatchObject({ name: 'Quill, Ada', total: 'DNS', difference: '', position: 3 })
  expect(entries[6]).toMatchObject({ name: '', number: '', class: 'NGS', car: 'borrowed', total: '55.866' })
})

test('a penalty without a digit is left to the source checks, and tables without results are skipped', () => {
  const { warnings, entries } = read('two-rows.htm')
  expect(entries.flatMap(({ runs }) => runs.flat()).filter((run) => run.endsWith('+'))).toHaveLength(1)
  expect(warnings).toEqual([])
  expect(entries).toHaveLength(7)
})

test('title, subtitles and time are read from the lines above the results', () => {
  expect(read('two-rows.htm')).toMatchObject({
    title: 'Harbour Lot #3 - The Long Slalom - Sun 6-1-2025',
    subtitles: ['Total Registered: 7, with Times: 5'],
    generated: 'Sun 6-1-2025 14:32:06',
  })
  expect(read('total-first.htm')).toMatchObject({
    title: 'Lakeside Region - #1 - Opener',
    subtitles: ['*** Unofficial ***'],
    generated: 'Sun 04-27-2025 16:06:12',
  })
})

test('two days are read as two lists, and blank rows separate the classes of the links', () => {
  const { entries } = read('two-days.htm')
  expect(entries.map(({ name, class: code, group, runs, best_run }) => [name, code, group, runs, best_run])).toEqual([
    [
      'Tove Ek',
      'ss',
      'ss',
      [
        ['46.155+2', '45.736', '46.160+1'],
        ['45.000', '44.100'],
      ],
      [1, 1],
    ],
    [
      'Bo Wik',
      'ss',
      'ss',
      [
        ['47.000', '46.265'],
        ['46.000', '47.100+DSQ', 'DNS'],
      ],
      [1, 0],
    ],
    ['Sam Aho', 'nds', 'n', [['50.000', '60.100+DNF'], []], [0, undefined]],
    ['Uma Bye', 'nes', 'n', [[], []], [undefined, undefined]],
  ])
  expect(entries.map(({ total, difference, trophy, color }) => [total, difference, trophy, color])).toEqual([
    ['89.836', '2.429', true, 'Money'],
    ['92.265', '2.429', false, 'Black'],
    ['41.000', '-', true, 'White'],
    ['dns', '', false, ''],
  ])
})

const totalFirst = [
  [
    'Kit Holm',
    'S1FS',
    'S1',
    '41',
    '2021 Mach 1',
    ['55.771+1', '52.667', '53.617', '52.760+3'],
    '43.028',
    '[-]1.709',
    1,
  ],
  ['Lil Ros', 'S1BS', 'S1', '82', '2019 Camaro', ['57.217+3', '54.663'], '44.737', '+1.709', 2],
  ['Ed Nys', 'NFS', 'N', '420', 'Nissan', ['71.482', '74.443+0/1', '69.776+OFF'], '59.595', '-', 1],
]

test.each([
  ['', (text: string) => text],
  [' even without the attribute that marks runs', (text: string) => text.replaceAll(' valign="top"', '')],
  [
    ' in capitals and without end tags',
    (text: string) => text.replace(/<\/(?:td|th|tr)>/g, '').replaceAll('<td', '<TD'),
  ],
])('a page without headings is read with the total before the runs and the car below the name%s', (_, change) => {
  const { entries, warnings } = readAxwareHtml(change(page('total-first.htm')), 'live.htm')
  expect(
    entries.map((one) => [
      one.name,
      one.class,
      one.group,
      one.number,
      one.car,
      one.runs,
      one.total,
      one.difference,
      one.position,
    ]),
  ).toEqual(totalFirst)
  expect(warnings).toEqual([])
})

const oneRow = (heading: string, ...rows: readonly string[]) => `<html><table>${heading}${rows.join('')}</table></html>`
const driver = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const best = (text: string) => `<font class='bestt'>${text}</font>`

test.each([
  ["<a name='ss'></a> ss - 'Super Street' Total Entries: 1 Trophies: 1", 'ss', 'Super Street'],
  ["ss - 'Super Street' Total Entries: 1 Trophies: 1 and more", 'ss', 'Super Street'],
  ["<a name='ss'></a>'Super Street' - Total Entries: 1  Trophies: 1", 'ss', 'Super Street'],
  ["<a name='ss'></a>ss - Super Street - Total Entries: 1", 'ss', 'Super Street'],
  ["<a name='ss'></a>ss Total Entries: 1", 'ss', ''],
  ["<a name='ss'></a><hr>", 'ss', ''],
  ["P-STS - 'Men's 1' Total Entries: 1", 'P-STS', "Men's 1"],
])('the heading %j is read as the group %j with the name %j', (heading, group, group_name) => {
  const row = driver('1T', 'xx', '4', 'Nell', '', best('41.100'), '', best('41.100'), '-')
  const [entry] = readAxwareHtml(oneRow(`<tr><th colspan="9">${heading}</th></tr>`, row), 'a').entries
  expect(entry).toMatchObject({
    group,
    group_name,
    class: 'xx',
    runs: ['', '41.100'],
    total: '41.100',
    difference: '-',
  })
})

test.each([
  ['1T', 1, true],
  ['2 ', 2, false],
  ['3 m', 3, false],
  ['4Tm', 4, true],
  ['', '', false],
])('the printed position %j is read as position %j with trophy %j', (printed, position, trophy) => {
  const rows = [
    driver('1', 'ss', '4', 'A', best('41.100'), best('41.100')),
    driver(printed, 'ss', '5', 'B', '42.100', ''),
  ]
  expect(readAxwareHtml(oneRow('', ...rows), 'a').entries[1]).toMatchObject({ position, trophy })
})

test('a column Run 1 is read as a run, and rows of a driver without a name are its own', () => {
  const heading = '<tr><th>Pos.</th><th>Class</th><th>#</th><th>Driver</th><th>Run 1..</th><th>Total</th></tr>'
  const nobody = driver('2', 'ss', '5', '', '43.000', best('43.000')) + driver('', '', '', '', '43.500', '+1')
  const { entries } = readAxwareHtml(oneRow(heading, driver('1', 'ss', '4', 'A', '41.100', '41.100'), nobody), 'a')
  expect(entries.map(({ name, runs }) => [name, runs])).toEqual([
    ['A', ['41.100']],
    ['', ['43.000', '43.500']],
  ])
})

test('blank headings after Times are runs, and rows of the table beside the results are left out', () => {
  const links = '<tr><td>ss</td><td>cs</td><td>ds</td><td>es</td><td>fs</td><td>gs</td></tr>'
  const names = ['Pos.', 'Class', '#', 'Driver', 'Times', '', '', 'Total']
  const heading = `${links}<tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr>`
  const topTimes = '<tr><th>Top Times Of Day</th><th>Time</th><th>Class</th><th>#</th><th>Driver</th></tr>'
  const after = topTimes + driver('Raw time', '41.100', 'ss', '4', 'Nell')
  const row = driver('1', 'ss', '4', 'Nell', '42.000', '43.000', best('41.100'), best('41.100'))
  const { entries } = readAxwareHtml(oneRow(heading, row, after), 'a')
  expect(entries).toMatchObject([{ name: 'Nell', runs: ['42.000', '43.000', '41.100'], best_run: 2 }])
})

test('on a page that marks runs, unmarked cells are no runs, and a blank best is no best', () => {
  const run = (text: string) => `<td valign="top">${text}</td>`
  const first = `<tr>${['1', 'ss', '4', 'Nell'].map((text) => `<td>${text}</td>`).join('')}${run('42.000')}${run(best(''))}`
  const second = `<tr>${'<td></td>'.repeat(4)}${run('41.000')}<td>n/a</td><td></td></tr>`
  const heading = "<tr><th colspan='7'><a name='ss'></a>ss - 'Super Street' Total Entries: 1</th></tr>"
  const { entries } = readAxwareHtml(oneRow(heading, `${first}<td>${best('41.000')}</td></tr>`, second), 'a')
  expect(entries[0]).toMatchObject({ runs: ['42.000', '', '41.000'], best_run: undefined, total: '41.000' })
})

test('a heading with the entries of the whole event is no class', () => {
  const title = '<tr><th>Total Entries: 33</th></tr>'
  const row = driver('1', 'ss', '4', 'Nell', best('41.100'), best('41.100'))
  expect(readAxwareHtml(`<html><table>${title}</table><table>${row}</table></html>`, 'a')).toMatchObject({
    entries: [{ class: 'ss', group: 'ss' }],
    warnings: [],
  })
})

test('columns of personal data on a page are left out', () => {
  const heading =
    '<tr><th>Pos.</th><th>Class</th><th>#</th><th>Driver</th><th>Email #1</th><th>Unique ID</th><th>Run 1</th><th>Total</th></tr>'
  const row = driver('1', 'ss', '4', 'Nell', 'nell@example.org', 'ABC-1', '41.100', '41.100')
  const { entries } = readAxwareHtml(oneRow(heading, row), 'a')
  expect(entries).toMatchObject([{ name: 'Nell', runs: ['41.100'], car: '' }])
  expect(JSON.stringify(entries)).not.toMatch(/example|ABC/)
})

test('a class with fewer entries than promised, and a page without results, cause a warning', () => {
  const heading = "<tr><th colspan='6'><a name='ss'></a>ss - 'Super Street' Total Entries: 2</th></tr>"
  const row = driver('1', 'ss', '4', 'Nell', best('41.100'), best('41.100'))
  expect(readAxwareHtml(oneRow(heading, row), 'a').warnings).toMatchObject([
    { message: expect.stringContaining('2 entries') },
  ])
  const foreign = driver('Rang', 'Name', 'Zeit') + driver('1', 'Ada Lind', '50.1')
  expect(readAxwareHtml(oneRow('', foreign), 'a')).toMatchObject({
    entries: [],
    warnings: [
      {
        ...{ file: 'a', code: 'no_results' },
        message:
          'axware_html finds no entry in this page, which has 1 table; the largest begins with "Rang", "Name", "Zeit". ' +
          'If it is no page of AXWare, read it with html_rows.',
      },
    ],
  })
  expect(readAxwareHtml('<html><p>Soon</p></html>', 'a').warnings[0]?.message).toContain('which has 0 tables. If')
})

test('times behind the last heading bring one warning', () => {
  const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const headings = ['Pos', 'Class', 'Number', 'Driver', 'Run 1', 'Total'].map((text) => `<th>${text}</th>`).join('')
  const page = (...rows: readonly string[]) => `<html><table><tr>${headings}</tr>${rows.join('')}</table></html>`
  const good = row('1', 'SS', '4', 'Ann', '40.100', '40.100')
  const long = row('2', 'SS', '5', 'Bob', '41.100', '41.100', '40.900')
  expect(readAxwareHtml(page(good, long, long), 'a.html').warnings).toMatchObject([
    { code: 'unused_columns', message: '2 rows have times behind the last heading, which are not read.' },
  ])
  expect(readAxwareHtml(page(good), 'a.html').warnings).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { madeUpWorkbook } from '../../server/publisher/sources/workbook/made-up-workbook.fixture.ts'
import { driversOf, entriesOf, type MadeUpFile, proposedList, recognise, recognised } from './proposed-list.fixture.ts'

const ada = ['Ada Lund', 'STR', '7', ['60.125', '58.5+1']]
const bo = ['Bo Rask', 'SS', '09', ['61.1', 'DNF']]

/** Two entries in a file of each kind, and how the template reads it. */
const kinds: readonly (readonly [kind: string, file: MadeUpFile, list: string])[] = [
  [
    'CSV with commas',
    ['r.csv', 'Name,Class,Number,Run 1,Pen 1,Run 2,Pen 2\nAda Lund,STR,7,60.125,,58.5,1\nBo Rask,SS,09,61.1,,,DNF\n'],
    'csv("r.csv")',
  ],
  [
    'CSV with semicolons and decimal commas, whose name says nothing',
    ['out', 'Name;Klasse;Startnr.;Lauf 1;Lauf 2\nAda Lund;STR;7;60,125;58,5+1\nBo Rask;SS;09;61,1;DNF\n'],
    'csv("out")',
  ],
  [
    'text with bars below two lines of a title',
    [
      'r.txt',
      'Club Slalom 3\nPrinted 14:02\n\nName|Class|No|Run 1|Run 2\nAda Lund|STR|7|60.125|58.5+1\nBo Rask|SS|09|61.1|DNF\n',
    ],
    'csv("r.txt", header="Name")',
  ],
  [
    'CSV below a title with as many separators as the table',
    ['r.csv', 'Club,Slalom,3,,\nName,Class,No,Run 1,Run 2\nAda Lund,STR,7,60.125,58.5+1\nBo Rask,SS,09,61.1,DNF\n'],
    'csv("r.csv", header="Name")',
  ],
  [
    'tab-separated text',
    ['r.csv', 'Driver\tClass\tNo.\tRun 1\tRun 2\nAda Lund\tSTR\t7\t60.125\t58.5+1\nBo Rask\tSS\t09\t61.1\tDNF\n'],
    'tsv("r.csv")',
  ],
  [
    'a grid of AXWare',
    [
      'r.csv',
      'Class\tNumber\tFirst Name\tLast Name\tCar Model\tRaw Time\tRun 1\tPen 1\tRun 2\tPen 2\t\n' +
        'STR\t7\tAda\tLund\tMX-5\t60.125\t60.125\t\t58.5\t1\t\nSS\t09\tBo\tRask\tZ4\t61.1\t61.1\t\t\tdnf\t\n',
    ],
    'axware_grid("r.csv")',
  ],
  [
    'JSON, a list of objects',
    [
      'r.txt',
      JSON.stringify([
        { driverName: 'Ada Lund', class: 'STR', carNumber: 7, runs: [60.125, '58.5+1'] },
        { driverName: 'Bo Rask', class: 'SS', carNumber: '09', runs: [61.1, 'DNF', null] },
      ]),
    ],
    'json("r.txt")',
  ],
  [
    'JSON with the list inside, and runs with names',
    [
      'r.json',
      JSON.stringify({
        event: { title: 'Slalom 3' },
        results: {
          entries: [
            {
              driver: { first: 'Ada', last: 'Lund' },
              car: { class: 'STR', number: 7 },
              runs: [{ time: 60.125 }, { time: 58.5, cones: 1 }],
            },
            {
              driver: { first: 'Bo', last: 'Rask' },
              car: { class: 'SS', number: '09' },
              runs: [{ time: 61.1 }, { time: null, status: 'dnf' }],
            },
          ],
        },
      }),
    ],
    'json("r.json").results.entries',
  ],
  [
    'JSON with classes that hold their drivers',
    [
      'r.json',
      JSON.stringify({
        classes: [
          { shortName: 'STR', name: 'Street R', drivers: [{ name: 'Ada Lund', no: 7, laps: [60125, 60500] }] },
          { shortName: 'SS', name: 'Super Street', drivers: [{ name: 'Bo Rask', no: '09', laps: [61100] }] },
        ],
      }),
    ],
    'json("r.json").classes',
  ],
  [
    'JSON by number',
    [
      'r.json',
      JSON.stringify({
        7: {
          name: 'Ada Lund',
          class: 'STR',
          runs: [
            ['60.125', 0],
            ['58.5', 1],
          ],
        },
        '09': {
          name: 'Bo Rask',
          class: 'SS',
          runs: [
            ['61.1', 0],
            ['', 'DNF'],
          ],
        },
      }),
    ],
    'json("r.json")',
  ],
  [
    'JSON with columns of runs',
    [
      'r.json',
      JSON.stringify([
        { Name: 'Ada Lund', Class: 'STR', Number: '7', 'Run 1': '60.125', 'Pen 1': '', 'Run 2': 58.5, 'Pen 2': 1 },
        { Name: 'Bo Rask', Class: 'SS', Number: '09', 'Run 1': '61.1', 'Pen 1': '', 'Run 2': '', 'Pen 2': 'DNF' },
      ]),
    ],
    'json("r.json")',
  ],
  [
    'lines of JSON',
    [
      'r.csv',
      '{"name":"Ada Lund","class":"STR","number":"7","runs":["60.125","58.5+1"]}\n' +
        '{"name":"Bo Rask","class":"SS","number":"09","runs":["61.1","DNF"]}\n',
    ],
    'jsonl("r.csv")',
  ],
  [
    'YAML',
    [
      'r.json',
      'entries:\n- { name: Ada Lund, class: STR, number: 7, runs: [60.125, 58.5+1] }\n' +
        '- { name: Bo Rask, class: SS, number: "09", runs: [61.1, DNF] }\n',
    ],
    'yaml("r.json").entries',
  ],
  [
    'an Excel workbook',
    [
      'r.csv',
      madeUpWorkbook([
        { name: 'Notes', rows: [['Slalom 3'], ['made up']] },
        {
          name: 'Results',
          rows: [
            ['Slalom 3, results'],
            ['Driver', 'Class', 'No', 'Run 1', 'Run 2'],
            ['Ada Lund', 'STR', '7', { value: 60.125 }, '58.5+1'],
            ['Bo Rask', 'SS', '09', { value: 61.1 }, 'DNF'],
          ],
        },
      ]),
    ],
    'xlsx("r.csv", sheet="Results", header="Driver")',
  ],
  [
    'an Excel workbook whose table begins in the first row',
    [
      'r.xlsx',
      madeUpWorkbook([
        {
          name: 'Results',
          rows: [
            ['Driver', 'Class', 'No', 'Run 1', 'Run 2'],
            ['Ada Lund', 'STR', '7', { value: 60.125 }, '58.5+1'],
            ['Bo Rask', 'SS', '09', { value: 61.1 }, 'DNF'],
          ],
        },
      ]),
    ],
    'xlsx("r.xlsx")',
  ],
  [
    'a page with a table',
    [
      'r.csv',
      '<html><h1>Slalom 3</h1><table><tr><td>Menu</td></tr></table><table><tr><th>Driver<th>Class<th>No<th>Run 1<th>Run 2</tr>' +
        '<tr><td>Ada Lund<td>STR<td>7<td>60.125<td>58.5(1)</tr><tr><td>Bo Rask<td>SS<td>09<td>61.1<td>DNF</tr></table></html>',
    ],
    'html_rows("r.csv", header="Driver")',
  ],
]

describe.each(kinds)('given %s', (_kind, file, list) => {
  test(`then the template reads ${list}, and makes the list that was recognised`, async () => {
    const proposed = await proposedList(file)
    expect(proposed.recognised[0]?.loops[0]?.list).toBe(list)
    const found = driversOf(proposed).map((one) =>
      JSON.stringify(one)
        .replaceAll('60,125', '60.125')
        .replaceAll(/(\d),(\d)/g, '$1.$2'),
    )
    expect(driversOf(proposed)).toEqual(entriesOf(proposed))
    const laps = [
      ['Ada Lund', 'STR', '7', ['60.125', '60.5']],
      ['Bo Rask', 'SS', '09', ['61.1']],
    ]
    const expected = list.endsWith('.classes') ? laps : [ada, bo]
    expect(new Set(found)).toEqual(new Set(expected.map((one) => JSON.stringify(one))))
  })
})

test('given a feed of RMonitor, then the template reads the timing system, and the event says where it is', async () => {
  const feed = [
    '$C,1,"Senior"',
    '$A,"K1","11",1234,"Ada","Lund","",1',
    '$A,"K2","9",1235,"Bo","Rask","",1',
    '$B,5,"Race 2"',
    '$G,1,"K1",2,"00:01:05.000"',
    '$G,2,"K2",1,"00:00:34.000"',
  ].join('\r\n')
  const { template, event, trial } = await proposedList(['heard.log', `${feed}\r\n`])
  expect(template).toContain('{% for entry in rmonitor("timing").entries -%}')
  expect(event).toContain('title: Race 2')
  expect(event).toContain('timing: { rmonitor: "127.0.0.1:50000" }')
  const drivers = trial.kind === 'list' ? trial.drivers : []
  expect(drivers.map((driver) => [driver.driver_name, driver.class, driver.published_laps])).toEqual([
    ['Ada Lund', 'Senior', 2],
    ['Bo Rask', 'Senior', 1],
  ])
  expect(template).not.toContain('transponder')
})

test('given a table with tabs and some headings of AXWare, but with others for the name, then no part of a name is lost', async () => {
  const head = 'No.\tCar Model\tClass\tFirst Name\tNachname\tCar Color\tRun 1'
  const proposed = await proposedList(['r.txt', `${head}\n7\tMX-5\tSTR\tAda\tLund\tred\t60.1\n`])
  expect(driversOf(proposed)).toEqual([['Ada Lund', 'STR', '7', ['60.1']]])
})

test('given a list by number, then the key is the number', async () => {
  const data = { 7: { name: 'Ada Lund', runs: [60.1] }, 8: { name: 'Bo Rask', runs: [61.1] } }
  const { template } = await proposedList(['r.json', JSON.stringify(data)])
  expect(template).toContain('{% for key, entry in json("r.json") -%}')
  expect(template).toContain('number: key')
})

test('given pages of several classes, then one template reads all of them', async () => {
  const page = (code: string, name: string) =>
    `<html><h2>${code}</h2><table><tr><th>Driver<th>Class<th>Run 1</tr><tr><td>${name}<td>${code}<td>61.2</tr></table></html>`
  const files = [
    ['str.html', page('STR', 'Ada Lund')],
    ['ss.html', page('SS', 'Bo Rask')],
  ] as const
  const proposed = await proposedList(...files)
  expect(driversOf(proposed)).toEqual([
    ['Ada Lund', 'STR', '', ['61.2']],
    ['Bo Rask', 'SS', '', ['61.2']],
  ])
  expect(proposed.template.match(/dump/g)).toHaveLength(1)
})

test.each([
  ['a PDF document', '%PDF-1.7\n...', 'CSV or HTML'],
  ['a zip archive', 'PK\x03\x04....', 'Unpack'],
  ['a PNG picture', '\x89PNG\r\n\x1a\n', 'CSV, JSON or HTML'],
  ['a gzip archive', '\x1f\x8b\x08', 'Unpack'],
  ['an old Excel workbook (.xls)', '\xd0\xcf\x11\xe0\xa1\xb1', 'CSV'],
  ['an empty file', '  \n', 'first save'],
  ['a file that is cut off', '[{"name": "Ada Lund", "runs": [60.1', 'next save'],
  ['a page without a table of results', '<html><body><p>Welcome</p></body></html>', 'CSV or JSON'],
  ['data of JSON', '{"version": 3}', 'version'],
  [
    'a text without headings, which begins with "Dear members,"',
    'Dear members,\nsee you on Sunday.\n',
    'Name,Class,Number',
  ],
  [
    'a text without headings, which begins with "Ada Lund,STR,7,60.125"',
    'Ada Lund,STR,7,60.125\nBo Rask,SS,9,61.1\n',
    'Name,Class',
  ],
  ['a table without names', 'Class,Total\nSTR,60.1\nSS,61.4\n', '"Class", "Total"'],
])('%s is called by name, and the hint says what to do', (what, content, hint) => {
  const found = recognise(['results.csv', Buffer.from(content, 'latin1')])
  expect(found).toMatchObject({ kind: 'unusable', what, hint: expect.stringContaining(hint) })
})

test('what a file is does not depend on its name', () => {
  for (const [, [, content]] of kinds) {
    const strip = (name: string) => JSON.stringify(recognised([name, content])).replaceAll(name, 'FILE')
    expect(strip('a.xlsx')).toBe(strip('b.html'))
  }
})

test('given headings with quotes, backslashes and words of the template language, then the template reads them', async () => {
  const headings = ['Driver', 'not', 'Run "Sat" 1', 'Run \\ 2']
  const rows = [
    ['Ada Lund', 'STR', '60.1', '59.2'],
    ['Bo Rask', 'STR', '61.1', '60.2'],
    ['Cy Dahl', 'SS', '62.1', '61.2'],
    ['Di Moe', 'SS', '63.1', '62.2'],
  ]
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
  const proposed = await proposedList(['r.csv', `${[headings, ...rows].map(quoted).join('\n')}\n`])
  expect(proposed.template).toContain('class: row["not"]')
  expect(driversOf(proposed)).toEqual(entriesOf(proposed))
  expect(driversOf(proposed)[0]).toEqual(['Ada Lund', 'STR', '', expect.arrayContaining([expect.anything()])])
})

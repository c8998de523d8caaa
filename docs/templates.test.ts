import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { describe, expect, onTestFinished, test } from 'vitest'
import { scoredAttributes } from '../lib/record/driver.ts'
import { driverSchema, maximumAttributes, maximumRuns, maximumTextLength } from '../lib/record/driver-schema.ts'
import { parseRun } from '../lib/record/run.ts'
import { createFeedMemory } from '../server/publisher/feeds/feed-memory.ts'
import { mostLineBytes } from '../server/publisher/feeds/line-reader.ts'
import { defaultReadLimits, openDataFolder } from '../server/publisher/files/data-folder.ts'
import { defaultLossGuard } from '../server/publisher/loss-guard.ts'
import { parse } from '../server/publisher/parse/parse.ts'
import { maximumNameLength } from '../server/publisher/parse/record/driver-name.ts'
import { sourceGlobals } from '../server/publisher/render/globals.ts'
import { createSourceNames } from '../server/publisher/render/guard/source-names.ts'
import { mostOfKind, mostWarnings } from '../server/publisher/render/limit-warnings.ts'
import { defaultListLimits } from '../server/publisher/render/list-limits.ts'
import { readPass } from '../server/publisher/render/read-pass.ts'
import { defaultRenderLimits } from '../server/publisher/render/render.ts'
import { resultByScoring } from '../server/publisher/rmonitor/result-by-scoring.ts'
import { readAxwareGrid } from '../server/publisher/sources/axware/axware-grid.ts'
import { readAxwareHtml } from '../server/publisher/sources/axware/axware-html.ts'
import { pageLimits } from '../server/publisher/sources/html/page-limits.ts'
import { mostCells } from '../server/publisher/sources/html/table-grid.ts'
import { readProntoHtml } from '../server/publisher/sources/pronto/pronto-html.ts'
import { prontoPage } from '../server/publisher/sources/pronto/pronto-page.fixture.ts'
import { isRunNotation, normalizeRunCell, runNotation } from '../server/publisher/sources/runs/run-notation.ts'
import { defaultSelectLimits } from '../server/publisher/sources/sqlite/select-rows.ts'
import { dataLimits } from '../server/publisher/sources/structured/data-limits.ts'
import { mostLevels } from '../server/publisher/sources/structured/without-prototype-keys.ts'
import { tableLimits } from '../server/publisher/sources/tables/table-limits.ts'
import { madeUpWorkbook } from '../server/publisher/sources/workbook/made-up-workbook.fixture.ts'
import { sheetLimits } from '../server/publisher/sources/workbook/sheet-rows.ts'
import { defaultZipLimits } from '../server/publisher/sources/workbook/zip.ts'
import { codeIn, markedBlocks, readText, root, tableBelow } from './markdown.ts'

const document = readText('docs/TEMPLATES.md')

const grid = [
  'Number\tClass\tFirst Name\tLast Name\tCar Model\tMember No.\tTire\tTotal\tRun 1\tPen 1\tRun 2\tPen 2\t',
  '09\tSS\tJoan\tZielinski\t"Mazda ""MX-5"""\t12477\tA052\t40.434\t40.434\t\t40.936\t1\t',
  '88\tSTR\tFelipe\tGonzález\tHonda S2000\t10890\tRE-71\tdns\t61.078\tdnf\t\t\t',
]
const joan = { driver_name: 'Joan Zielinski', class: 'SS', number: '09', car: 'Mazda "MX-5"', tire: 'A052' }
const felipe = { driver_name: 'Felipe González', class: 'STR', number: '88', car: 'Honda S2000', tire: 'RE-71' }
const ofGrid = [
  { ...joan, runs: ['40.434', '40.936+1'] },
  { ...felipe, runs: ['61.078+DNF'] },
]

const page = `<html><body><table>
<tr><th>Pos.</th><th>Class</th><th>No.</th><th>Driver</th><th>Car Model</th><th>Run 1</th><th>Run 2</th><th>Total</th></tr>
<tr><th colspan="8"><a name="ss"></a>ss - 'Super Street' Total Entries: 1 Trophies: 1</th></tr>
<tr><td>1T</td><td>ss</td><td>4</td><td>Joan Zielinski</td><td>2021 Corvette</td><td> 40.434</td><td> 40.936+1</td>
  <td>40.434</td></tr>
<tr><th colspan="8"><a name="n"></a>n - 'Novice' Total Entries: 1 Trophies: 1</th></tr>
<tr><td>1T</td><td>nds</td><td>7</td><td>Ann Lee</td><td>2017 Focus</td><td>+OFF</td><td> 45.100</td><td>36.350</td></tr>
</table></body></html>
`

const ofPage = [
  {
    driver_name: 'Joan Zielinski',
    class: 'ss',
    number: '4',
    car: '2021 Corvette',
    runs: ['40.434', '40.936+1'],
    published_total: '40.434',
  },
  {
    driver_name: 'Ann Lee',
    class: 'nds',
    number: '7',
    car: '2017 Focus',
    runs: ['OFF', '45.100'],
    published_total: '36.350',
    group: 'n',
    published_indexed: '36.350',
  },
]

const clubCsv = `FirstName,LastName,MemberNumber,CarNumber,Car,Class,Best Indexed,Run 1,Run 1 Pen,Run 2,Run 2 Pen
Orla,Brannigan,2041,44,"2008 Mazda MX-5, red",STR,42.038,52.1,0,39,2
Mikołaj,Zając,1187,21,2003 Honda S2000,P-STS,41.938,51.006,DNF,50.65,RERUN 1
`

const twoDays = [
  'Class\tNumber\tDriver\tSat 1\tSat 2\tSun 1\tSun 2',
  'CS\t96\tLogan Peverell\t61.337(1)\t60.881\t62.115\t\n',
]

const pronto = prontoPage([
  {
    code: 'X',
    entries: [
      {
        ...{ number: '22', name: 'Joan Zielinski', car: '2019 Civic', tire: 'Toyo', index: 'GS', gap: '' },
        ...{ runs: ['50.192(1)', 'DNF', '<b>49.281</b>'], total: '49.281' },
      },
    ],
  },
])

const anyTable = `<html><p>Results</p><table><tr><th>Driver</th><th>Class</th><th>No</th><th>Run 1</th><th>Pen 1</th></tr>
<tr><td>Joan Zielinski</td><td>ss</td><td>4</td><td>40.434</td><td>1</td></tr></table></html>
`
const [tableAlone = ''] = /<table>[\s\S]*<\/table>/.exec(anyTable) ?? []

function database(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-docs-'))
  const path = join(folder, 'results.db')
  const made = new Database(path)
  made.exec(`CREATE TABLE drivers (id INTEGER, name TEXT, class TEXT, number TEXT);
    CREATE TABLE runs (driver_id INTEGER, run_no INTEGER, ms INTEGER, cones INTEGER);
    INSERT INTO drivers VALUES (1, 'Joan Zielinski', 'ss', '04'), (2, 'Ann Lee', 'ss', '7');
    INSERT INTO runs VALUES (1, 2, 40936, 1), (1, 1, 40434, 0)`)
  made.close()
  const bytes = readFileSync(path)
  rmSync(folder, { recursive: true })
  return bytes
}

interface Recipe {
  readonly file: string
  readonly text: string | Buffer
  readonly drivers: readonly Readonly<Record<string, unknown>>[]
}

/** The timing file for each template of the documents, and the records that it must render. */
const recipes: Readonly<Record<string, Recipe>> = {
  readme: { file: 'live.rgg', text: `${grid.join('\r\n')}\r\n`, drivers: ofGrid },
  'axware-grid': {
    file: 'live.rgg',
    text: `${grid.join('\r\n')}\r\n`,
    drivers: ofGrid.map((driver, index) => ({ ...driver, published_total: ['40.434', 'dns'][index] })),
  },
  'axware-html': { file: 'live.html', text: page, drivers: ofPage },
  'axware-novices': {
    file: 'live.html',
    text: page.replace(/^.*Total Entries.*$/gm, '<tr><td><hr></td></tr>'),
    drivers: ofPage,
  },
  pronto: {
    file: 'live/X.html',
    text: pronto,
    drivers: [
      {
        driver_name: 'Joan Zielinski',
        class: 'GS',
        number: '22',
        car: '2019 Civic',
        runs: ['48.192+1', 'DNF', '49.281'],
        group: 'X',
      },
    ],
  },
  'html-rows': {
    file: 'results.html',
    text: anyTable,
    drivers: [{ driver_name: 'Joan Zielinski', class: 'ss', number: '4', runs: ['40.434+1'] }],
  },
  'html-all': {
    file: 'results.html',
    text:
      `<html><h3>STR - Street R</h3>${tableAlone}<p>SS (1 car)</p>` +
      `${tableAlone.replace('Joan Zielinski', 'Ann Lee')}</html>`,
    drivers: [
      { driver_name: 'Joan Zielinski', class: 'STR', number: '4', runs: ['40.434+1'] },
      { driver_name: 'Ann Lee', class: 'SS', number: '4', runs: ['40.434+1'] },
    ],
  },
  xlsx: {
    file: 'results.xlsx',
    text: madeUpWorkbook([
      {
        name: 'Results',
        rows: [
          ['Driver', 'Class', 'No', 'Run 1', 'Pen 1'],
          ['Joan Zielinski', 'ss', '04', { value: 61.234 / 86_400, format: 'mm:ss.0' }, { value: 1 }],
        ],
      },
    ]),
    drivers: [{ driver_name: 'Joan Zielinski', class: 'ss', number: '04', runs: ['01:01.234+1'] }],
  },
  sqlite: {
    file: 'results.db',
    text: database(),
    drivers: [
      { driver_name: 'Joan Zielinski', class: 'ss', number: '04', runs: ['40.434', '40.936+1'] },
      { driver_name: 'Ann Lee', class: 'ss', number: '7', runs: [] },
    ],
  },
  'club-csv': {
    file: 'results.csv',
    text: clubCsv,
    drivers: [
      {
        driver_name: 'Orla Brannigan',
        class: 'STR',
        number: '44',
        car: '2008 Mazda MX-5, red',
        published_indexed: '42.038',
        runs: ['52.1', '39+2'],
      },
      {
        driver_name: 'Mikołaj Zając',
        class: 'P-STS',
        number: '21',
        car: '2003 Honda S2000',
        group: 'P',
        published_indexed: '41.938',
        runs: ['51.006+DNF', '50.65+RRN'],
      },
    ],
  },
  'two-days': {
    file: 'results.tsv',
    text: twoDays.join('\n'),
    drivers: [
      {
        driver_name: 'Logan Peverell',
        class: 'CS',
        number: '96',
        runs: [
          ['61.337+1', '60.881'],
          ['62.115', ''],
        ],
      },
    ],
  },
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-docs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

describe('the templates of the documents', () => {
  const templates = [...markedBlocks(readText('README.md'), 'template'), ...markedBlocks(document, 'template')]

  test('are all marked and have a recipe', () => {
    const blocks = `${readText('README.md')}\n${document}`.match(/^```(?:jinja|njk|nunjucks|html|twig)/gm) ?? []
    expect(templates.map(([name]) => name)).toEqual(Object.keys(recipes))
    expect(blocks).toHaveLength(templates.length)
  })

  test.each(templates)('render the expected records: %s', async (name, template) => {
    const folder = temporaryFolder()
    const { file = '', text = '', drivers = [] } = recipes[name] ?? {}
    writeFileSync(join(folder, 'drivers.jsonl.njk'), template)
    writeFileSync(join(folder, 'event.yaml'), 'title: Test\n')
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
    const pass = await readPass({ template: 'drivers.jsonl.njk', event: 'event.yaml' }, openDataFolder(folder))
    expect(pass).toMatchObject({ kind: 'read', event: { kind: 'read' }, list: { kind: 'rendered', warnings: [] } })
    const rendered = pass.kind === 'read' && pass.list.kind === 'rendered' ? pass.list.lines.join('\n') : ''
    expect(parse(rendered, 'drivers.jsonl.njk')).toEqual({ kind: 'parsed', drivers, warnings: [] })
  })
})

describe('TEMPLATES.md and the readers', () => {
  const calls = (rows: readonly string[][]) => rows.map(([call = '']) => /^`([a-z_]+)\(/.exec(call)?.[1])
  const fieldsBelow = (line: string) => tableBelow(document, line).flatMap(([cell = '']) => codeIn(cell))
  const fieldsOf = (entry: object | undefined) => Object.getOwnPropertyNames(entry ?? {})

  test('the tables name exactly the globals of templates', () => {
    const globals = sourceGlobals(openDataFolder(root), { warnings: [], unterminated: [] }, createSourceNames())
    const helpers = tableBelow(document, 'Three more work on what was read:')
    const named = [...calls(tableBelow(document, '## Readers')), ...calls(helpers)]
    expect(named.sort()).toEqual(Object.keys(globals).sort())
    expect(helpers).toHaveLength(3)
  })

  test('the table of axware_grid has exactly the fields of an entry', () => {
    const line = 'An entry of `axware_grid` has these fields, all of them text but `runs`, `line` and `columns`:'
    const [entry] = readAxwareGrid(grid.join('\n'), 'live.rgg').entries
    expect(fieldsBelow(line).sort()).toEqual(fieldsOf(entry).sort())
  })

  test('the table of axware_html has exactly the fields of an entry', () => {
    const [entry] = readAxwareHtml(page, 'live.html').entries
    const line = 'An entry of `axware_html` has these, text unless it says otherwise:'
    expect(fieldsBelow(line).sort()).toEqual(fieldsOf(entry).sort())
  })

  test('the table of rmonitor has exactly the fields of an entry', () => {
    const memory = createFeedMemory()
    memory.add('$G,1,"K1",1,"00:00:35.000"')
    memory.show()
    const [entry] = memory.timing()?.entries ?? []
    const fields = { ...entry, ...(entry && resultByScoring(entry, 'laps_then_time')) }
    const line = 'An entry of `rmonitor` has these, text unless it says otherwise:'
    expect(fieldsBelow(line).sort()).toEqual(fieldsOf(fields).sort())
  })

  test('an entry of pronto_html has the fields of one of axware_html, and its tire', () => {
    const [axware] = readAxwareHtml(page, 'live.html').entries
    const [entry] = readProntoHtml(pronto, 'X.html').entries
    expect(fieldsOf(entry).sort()).toEqual([...fieldsOf(axware), 'tire'].sort())
  })

  test('the table of attributes has exactly those of the schema and those that scoring reads', () => {
    const rows = tableBelow(document, '## Records').flatMap(([cell = '']) => codeIn(cell))
    expect(rows.sort()).toEqual([...Object.keys(driverSchema.shape), ...scoredAttributes].sort())
  })

  test('the examples of the helpers equal the results of the code', () => {
    expect(runNotation('61.078', 'dnf')).toBe('61.078+DNF')
    const cells = [' 40.357+1', '50.192(1)', '+OFF', 'dnf']
    for (const cell of cells) expect(document).toContain(`\`${cell}\``)
    expect(cells.map(normalizeRunCell)).toEqual(['40.357+1', '50.192+1', 'OFF', 'DNF'])
  })

  test('each run of the notation table is of its kind', () => {
    const runs = tableBelow(document, '### Run notation').flatMap(([cell = '', meaning = '']) =>
      [...codeIn(cell), ...codeIn(meaning)].map((text) => [text, parseRun(text).kind] as const),
    )
    expect(new Map(runs)).toEqual(
      new Map([
        ...['40.516', '39', '103.769', '1:43.769', '41.266+1', '50.001+1/2', '8:41.230+0:10.00', '61.078+2.5'].map(
          (text) => [text, 'timed'] as const,
        ),
        ...['61.078+DNF', 'DNF', 'OFF', 'DSQ', 'DNS'].map((text) => [text, 'no_time'] as const),
        ...['39.9+RRN', 'RRN'].map((text) => [text, 'rerun'] as const),
      ]),
    )
    expect(runs.filter(([text]) => !isRunNotation(text))).toEqual([])
  })
})

describe('TEMPLATES.md and the limits of the code', () => {
  test('the table of limits has the values of the code', () => {
    const { time, megabytes } = defaultRenderLimits
    const { maxBytes, maxTotalBytes, maxFiles } = defaultReadLimits
    const { records, characters, recordCharacters } = defaultListLimits
    const mega = (bytes: number) => `${bytes / 1024 / 1024} MB`
    const comma = (number: number) => number.toLocaleString('en-GB')
    expect(tableBelow(document, '## Limits')).toEqual([
      ['time for one rendering', `${time.cpu / 1000} s of a processor, and ${time.wall / 60_000} minute in all`],
      ['memory for it', `${megabytes} MB`],
      ['one file', mega(maxBytes)],
      ['all files of one rendering', `${mega(maxTotalBytes)} in ${comma(maxFiles)} files`],
      [
        'a workbook',
        `${comma(defaultZipLimits.entries)} parts, ${mega(defaultZipLimits.bytes)} unpacked; ` +
          `a sheet ${comma(sheetLimits.rows)} rows, ${sheetLimits.columns} columns, ${sheetLimits.cells / 1e6} million cells`,
      ],
      [
        'a SELECT',
        `${comma(defaultSelectLimits.rows)} rows, ${defaultSelectLimits.cells / 1e6} million cells, ` +
          `${defaultSelectLimits.characters / 1e6} million characters`,
      ],
      [
        'a table of text',
        `${comma(tableLimits.rows)} rows, ${comma(tableLimits.columns)} columns, ${tableLimits.cells / 1e6} million cells`,
      ],
      [
        'a page',
        `${pageLimits.parts / 1e6} million cells, ${comma(pageLimits.columns)} in a row; ` +
          `a table of \`html_rows\` ${mostCells / 1e6} million`,
      ],
      [
        'data of JSON and YAML',
        `${mostLevels} levels, ${dataLimits.values / 1e6} million values; ` +
          `YAML ${dataLimits.yamlCharacters / 1e6} million characters; ${comma(dataLimits.records)} lines of JSON`,
      ],
      ['a line of a timing system', `${comma(mostLineBytes)} bytes`],
      ['warnings', `${mostOfKind} of a kind, ${mostWarnings} in all`],
      ['records', comma(records)],
      ['the list', `${characters / 1e6} million characters; one record ${comma(recordCharacters)}`],
      ['attributes of a record', String(maximumAttributes)],
      ['one text', `${comma(maximumTextLength)} characters; a name ${maximumNameLength}; a run 40`],
      ['runs', `${maximumRuns} on each of 20 days or courses`],
      ["an attribute's name", '40 characters'],
    ])
  })

  test('the table of losses has the settings of the loss guard', () => {
    const { guardTime, settleTime, manyDrivers, manyShare } = defaultLossGuard
    const rows = tableBelow(document, 'home:')
    const text = rows.map((cells) => cells.join(' ')).join('\n')
    expect(text).toContain(`more than ${manyDrivers} drivers and more than ${manyShare * 100} %`)
    expect(text).toContain(`\`GUARD_SECONDS\`, ${guardTime / 1000} s`)
    expect(text).toContain(`\`SETTLE_SECONDS\`, ${settleTime / 1000} s`)
  })

  test('the retry times in the document are those of the code', () => {
    const report = readText('server/publisher/pass-report.ts')
    expect(report).toContain('const retryDelay = 100\nconst retryTime = 5000\n')
    expect(report).toContain('const problemGracePeriod = 700\n')
    expect(readText('server/publisher/pass-schedule.ts')).toContain('lookInterval: 3000 }')
    expect(document.replace(/\s+/g, ' ')).toContain(
      'every 0.1 s for 5 s, then every 3 s, and reported when it lasts longer than 0.7 s',
    )
  })
})

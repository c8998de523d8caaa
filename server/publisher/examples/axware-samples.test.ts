import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { eventSchema } from '../../../lib/record/event.ts'
import { parseTime } from '../../../lib/record/run.ts'
import { entryResult } from '../../../lib/scoring/entry-result.ts'
import { standingsOf } from '../../../lib/standings/create-standings.ts'
import { sourceChecks } from '../parse/checks/source-checks.ts'
import { readFolder } from '../render/read-folder.fixture.ts'

// Compares real pages, read by the template of the example, with what they print. They are not part of the project.

const samples = fileURLToPath(new URL('../../../../shared/samples/axware-html/', import.meta.url))
const example = fileURLToPath(new URL('../../../data/examples/axware-html/', import.meta.url))
const whyNot = existsSync(samples) ? '' : ' (skipped: the real pages are not on this machine)'

async function readSample(file: string) {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-sample-'))
  try {
    await cp(example, folder, { recursive: true })
    await cp(join(samples, file), join(folder, 'live.html'))
    return await readFolder(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Reads the page independently: every row that begins with a position, cell by cell. */
async function printedRows(file: string) {
  const page = await readFile(join(samples, file), 'latin1')
  const text = (html: string) => html.replace(/<[^>]+>/g, '').trim()
  return [...page.matchAll(/<tr\s*>(.*?)<\/tr>/gs)]
    .map(([, row = '']) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => text(cell)))
    .filter(([position = '', , , name = '']) => /^\d+ ?T?$/.test(position) && name !== '')
    .map(([position = '', code = '', number = '', name = '', ...cells]) => {
      return { position: Number.parseInt(position, 10), code, number, name, cells, total: cells.at(-2) ?? '' }
    })
}

test.skipIf(whyNot !== '').each(['sample1.html', 'sample2.html'])(
  `entries, runs and positions of %s by the example template equal those that it prints${whyNot}`,
  async (file) => {
    const { drivers, event } = await readSample(file)
    // AXWare counts a plus without a number as clean, and so does Paddock.
    const warnings = sourceChecks(drivers, new Map(), event).filter(({ code }) => code !== 'open_penalty')
    expect(warnings.map(({ message }) => message)).toEqual([])

    const printed = await printedRows(file)
    const { raw } = standingsOf(drivers, event)
    expect(drivers).toHaveLength(printed.length)
    for (const row of printed) {
      const standing = raw.find(({ driver }) => driver.class === row.code && driver.number === row.number)
      expect(standing?.driver.display_name ?? standing?.driver.driver_name).toBe(row.name)
      const runs = (standing?.driver.runs ?? []).map(String)
      const cells = row.cells
        .slice(file === 'sample1.html' ? 0 : 2, -2)
        .map((cell) => cell.replace('dnf', 'DNF').replace(/\+0$/, ''))
      expect(runs).toEqual(cells.slice(0, runs.length))
      expect(cells.slice(runs.length).join('')).toBe('')
      // The page also numbers entries without a time, in an order of its own; Paddock gives them no position.
      expect(standing?.class_position?.place).toBe(row.total === 'dns' ? undefined : row.position)
    }
  },
)

/** The indices of both events, with another factor of 0.980 for street tires (t). */
const classes = Object.entries({
  ...{
    as: 0.819,
    bs: 0.813,
    camc: 0.823,
    ds: 0.801,
    es: 0.794,
    fs: 0.804,
    gs: 0.793,
    hs: 0.786,
    ss: 0.826,
    sts: 0.818,
  },
  ...{ stx: 0.822, cspt: 0.843, tasp: 0.83888, tbsp: 0.83594, tcsp: 0.8428, tsmf: 0.83104 },
}).map(([code, index]) => ({ code, index }))

test.skipIf(whyNot !== '')(
  `indexed totals equal those of both pages when the index is rounded to four decimals and the time is cut${whyNot}`,
  async () => {
    const lists = await Promise.all(['sample1.html', 'sample2.html'].map(readSample))
    const ofIndex = lists.flatMap(({ drivers }) => drivers.filter((driver) => driver.published_indexed))
    const printed = ofIndex.map((driver) => parseTime(driver.published_indexed ?? ''))
    const asPrinted = (settings: Record<string, unknown>) => {
      const event = eventSchema.parse({ title: 'Test', classes, ...settings })
      const computed = ofIndex.map(({ published_indexed: _, ...driver }) => entryResult(driver, event).indexed)
      return computed.filter((indexed, at) => indexed !== undefined && indexed === printed[at]).length
    }
    expect(printed.filter((time) => time !== undefined)).toHaveLength(45)
    expect(asPrinted({ index_decimals: 4 })).toBe(45)
    expect(asPrinted({ index_rounding: 'truncate' })).toBe(38)
    expect(asPrinted({ index_rounding: 'round' })).toBe(27)
  },
)

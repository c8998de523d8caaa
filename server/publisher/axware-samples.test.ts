import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { standings } from '../../lib/standings.ts'
import { parse } from './parse.ts'
import { readPass } from './read-pass.ts'
import { sourceChecks } from './source-checks.ts'

// Real pages through the example's own template, against what the pages print. They lie beside the project, not in it.

const samples = fileURLToPath(new URL('../../../shared/samples/axware-html/', import.meta.url))
const example = fileURLToPath(new URL('../../data/examples/axware-html/', import.meta.url))
const whyNot = existsSync(samples) ? '' : ' (skipped: the real pages are not on this machine)'

/** An independent reading of the page: every row that begins with a position, cell by cell. */
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
  `%s through the example template: entries, runs and positions as the page prints them${whyNot}`,
  async (file) => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-sample-'))
    await cp(example, folder, { recursive: true })
    await cp(join(samples, file), join(folder, 'live.html'))
    const read = await readPass({ template: 'drivers.jsonl.njk', event: 'event.yaml' }, folder)
    await rm(folder, { recursive: true })
    if (read.kind !== 'read' || read.list.kind !== 'rendered' || read.event.kind !== 'read') {
      throw new Error(JSON.stringify(read))
    }
    const parsed = parse(read.list.text, 'drivers.jsonl.njk')
    if (parsed.kind !== 'parsed') throw new Error(parsed.problem.message)
    expect(sourceChecks(parsed.drivers, new Map(), read.event.event).map(({ message }) => message)).toEqual([])

    const printed = await printedRows(file)
    const { by_name: byName } = standings(parsed.drivers, read.event.event)
    expect(parsed.drivers).toHaveLength(printed.length)
    for (const row of printed) {
      const standing = [...byName.values()].find(
        ({ driver }) => driver.class === row.code && driver.number === row.number,
      )
      expect(standing?.driver.display_name ?? standing?.driver.driver_name).toBe(row.name)
      const runs = (standing?.driver.runs ?? []).map(String)
      const cells = row.cells
        .slice(file === 'sample1.html' ? 0 : 2, -2)
        .map((cell) => cell.replace('dnf', 'DNF').replace(/\+0$/, ''))
      expect(runs).toEqual(cells.slice(0, runs.length))
      expect(cells.slice(runs.length).join('')).toBe('')
      // The page numbers those without a time too, in an order of its own; for us they have no position.
      expect(standing?.class_position?.place).toBe(row.total === 'dns' ? undefined : row.position)
    }
  },
)

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readAxwareHtml } from './axware-html.ts'

// Real pages, which are not part of the project; without them these tests are skipped.
const folder = fileURLToPath(new URL('../../../../../shared/samples/axware-html/', import.meta.url))

const strip = (html: string) => html.replace(/<[^>]*>/g, '').trim()
const cellsOf = (row: string) =>
  [...row.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)].map(([, tag = '', html = '']) => ({ tag, html }))
const notation = (text: string) =>
  text.replace(/\+0$/, '').replace(/\+(dnf|dns|dsq|off)$/i, (_, word: string) => `+${word.toUpperCase()}`)

describe.each([
  { sample: 'sample1.html', entries: 172, groups: 38, title: 'Some Region - Event #1 - Sun 04-16-2017' },
  {
    sample: 'sample2.html',
    entries: 105,
    groups: 34,
    title: 'Some Other Region - #2 - Slalompalooza - Sun 04-30-2017',
  },
])('$sample', ({ sample, entries, groups, title }) => {
  const missing = !existsSync(folder + sample)
  const html = missing ? '' : readFileSync(folder + sample, 'utf8')
  const read = () => readAxwareHtml(html, sample)
  // What a reader sees: rows with more than seven cells, of which those with valign hold runs.
  const printed = html
    .split(/<tr[ >]/)
    .map(cellsOf)
    .filter((cells) => cells.length > 7 && /^\d+\s*T?\s*$/.test(strip(cells[0]?.html ?? '')))

  test.skipIf(missing)('has the entries that are printed, in their order', () => {
    const fields = (one: (typeof printed)[number]) => one.slice(1, 4).map(({ html: cell }) => strip(cell))
    expect(read().entries).toHaveLength(entries)
    expect(read().entries.map((entry) => [entry.class, entry.number, entry.name])).toEqual(printed.map(fields))
    expect(read().title).toBe(title)
  })

  test.skipIf(missing)('has every run as it is printed', () => {
    const runs = printed.map((cells) => {
      const texts = cells.filter(({ tag }) => tag.includes('valign')).map(({ html: cell }) => notation(strip(cell)))
      return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)
    })
    expect(read().entries.map((entry) => entry.runs)).toEqual(runs)
  })

  test.skipIf(missing)('has total, difference and trophy as they are printed', () => {
    const last = (cells: (typeof printed)[number], back: number) => strip(cells.at(-back)?.html ?? '')
    expect(read().entries.map((entry) => [entry.total, entry.difference, entry.trophy])).toEqual(
      printed.map((cells) => [last(cells, 2), last(cells, 1), strip(cells[0]?.html ?? '').endsWith('T')]),
    )
  })

  test.skipIf(missing)('has positions 1 to n in every group', () => {
    const positions = new Map<string, (number | '')[]>()
    for (const { group, position } of read().entries) positions.set(group, [...(positions.get(group) ?? []), position])
    expect(positions.size).toBe(groups)
    for (const places of positions.values()) expect(places).toEqual(places.map((_, index) => index + 1))
  })

  test.skipIf(missing)('has classes of their own in the groups n and t', () => {
    const mixed = read().entries.filter(({ group }) => group === 'n' || group === 't')
    expect(mixed.length).toBeGreaterThan(10)
    expect(mixed.every((entry) => entry.class !== entry.group && entry.class.startsWith(entry.group))).toBe(true)
  })

  test.skipIf(missing)('marks as best the run that makes the total', () => {
    const timed = read().entries.filter((entry) => entry.group === entry.class && /^\d/.test(entry.total))
    expect(timed.length).toBeGreaterThan(60)
    for (const { runs, best_run, total } of timed) {
      const [time, cones] = String(runs[Number(best_run)]).split('+')
      expect(Number(time) + 2 * Number(cones ?? 0)).toBeCloseTo(Number(total), 3)
    }
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../record/driver.ts'
import { eventSchema } from '../record/event.ts'
import { standingsOf } from './create-standings.ts'

const samples = new URL('../../../shared/samples/axware-html/', import.meta.url)

interface Printed {
  readonly driver: Driver
  readonly place: number
  /** As printed; undefined for `dns`. */
  readonly total: string | undefined
}

/** Reads just these two pages: an anchor names the class of the rows behind it, a row of cells is an entry. */
function readPage(html: string, runsAt: number): Printed[] {
  const printed: Printed[] = []
  let group = ''
  for (const [row] of html.matchAll(/<tr[^>]*>.*?<\/tr>|<a name="\w+">/gs)) {
    group = /<a name="(\w+)">/.exec(row)?.[1] ?? group
    const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      cell.replace(/<[^>]*>/g, '').trim(),
    )
    const [place = '', className = '', number = '', name = ''] = cells
    if (!/^\d+T?$/.test(place) || name === '') continue
    const total = cells[runsAt + 5]
    const driver: Driver = {
      driver_name: `${name} (${className} ${number})`,
      class: className,
      number,
      group: group || className,
      runs: cells.slice(runsAt, runsAt + 5),
    }
    const grouped = driver.group !== className
    printed.push({
      driver: { ...driver, ...(grouped && total !== undefined && { published_indexed: total }) },
      place: Number.parseInt(place, 10),
      total: total === 'dns' ? undefined : total,
    })
  }
  return printed
}

describe.skipIf(!existsSync(samples))('standings of result pages by AXWare (skipped without the samples)', () => {
  const event = eventSchema.parse({ title: 'Test', ties: 'next_best_run' })

  test.each([
    ['sample1.html', 4, 172, 32],
    ['sample2.html', 6, 105, 9],
  ])('of %s have the positions in class and the totals that the page prints', (file, runsAt, entries, novices) => {
    const page = readPage(readFileSync(new URL(file, samples), 'latin1'), runsAt)
    const { classes, by_name } = standingsOf(
      page.map(({ driver }) => driver),
      event,
    )
    expect(by_name.size).toBe(page.length)
    expect(page).toHaveLength(entries)
    expect(classes.find(({ code }) => code === 'n')).toMatchObject({ ranked_by: 'indexed' })
    expect(classes.find(({ code }) => code === 'n')?.entries).toHaveLength(novices)
    for (const { driver, place, total } of page) {
      const row = by_name.get(driver.driver_name)
      const result = row?.class_code === row?.driver.class ? row?.total : row?.indexed
      const actual = { driver: driver.driver_name, place: row?.class_position?.place, result }
      const milliseconds = total === undefined ? undefined : Math.round(Number(total) * 1000)
      expect(actual).toEqual({ ...actual, place: total === undefined ? undefined : place, result: milliseconds })
    }
  })
})

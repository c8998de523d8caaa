import type { Locator, Page } from '@playwright/test'
import { type Entry, eventFile, withChanged } from '../../testing/event/timing-file.ts'
import { expectLive, rowKeys, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

// Runs stand in columns, and none touches the next one: with cones, marks and words.

/** The fastest of all by time and by index, of its class, with a cone in it, beside slow ones, words and reruns. */
const entries: readonly Entry[] = [
  { class: 'SS', number: '1', name: 'Ann Alpha', runs: ['39.996', '144.615+1', '45.612+1', '44.704+2'] },
  { class: 'STR', number: '2', name: 'Bo Beta', runs: ['44.100', '40.100+1', '45.612', 'DNF'] },
  { class: 'SM', number: '3', name: 'Cy Gamma', runs: ['41.888', '42.888', '43.888+1', '44.888+12'] },
  { class: 'SM', number: '4', name: 'Di Delta', runs: ['52.666', 'RRN', '43.888', '44.888'] },
]
const inMinutes = entries.map((entry) => ({ ...entry, runs: (entry.runs ?? []).map(withMinutes) }))
const server = serverOfFile({ entries })

const events = [
  ['four runs', eventFile, entries],
  ['five runs', eventFile.replace('runs_per_entry: 4', 'runs_per_entry: 5'), entries],
  ['runs of minutes', `${eventFile}time_format: minutes\n`, inMinutes],
] as const

for (const [what, event, list] of events) {
  test(`given ${what}, at any width, then no run touches the next one, with its cones and marks`, async ({ page }) => {
    server.data.writeFile('event.yaml', event)
    server.data.writeEntries(list)
    const [first = ''] = list[2]?.runs ?? []
    await followBefore(
      page,
      list.map(({ name }) => name),
    )
    await open(page)
    await expect(rowOf(page, 'Cy Gamma')).toContainText(first)
    await expect(rowOf(page, 'Bo Beta').locator('[data-mark=best_in_class]')).toContainText('◆')
    // A correction adds its mark to those of the fastest.
    const runs = [first.replace(/8$/, '7'), ...(list[2]?.runs?.slice(1) ?? [])]
    server.data.writeEntries(withChanged(list, 'Cy Gamma', { runs }))
    await expect(rowOf(page, 'Cy Gamma').locator('[data-mark=corrected]').first()).toBeAttached()
    const names = await rowKeys(page)
    await checkWidths(
      page,
      names.map((name) => rowOf(page, name)),
    )
    await open(page, '?view=mine')
    const followed = page.locator('main li[data-driver]')
    await expect(followed).toHaveCount(list.length)
    await checkWidths(page, await followed.all())
  })
}

async function checkWidths(page: Page, entries: readonly Locator[]): Promise<void> {
  for (const width of [320, 360, 390, 960, 1180, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    for (const entry of entries) expect(await narrowGaps(entry), `${width} px`).toEqual([])
  }
}

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${server.baseUrl}/live${query}`)
  await expectLive(page)
}

/** The runs of an entry that end less than 2 px before the next one or before its edge, as they are seen. */
function narrowGaps(entry: Locator): Promise<readonly string[]> {
  return entry.evaluate((row) => {
    const isHidden = (element: Element | null): boolean => {
      if (!element || element === row) return false
      return getComputedStyle(element).clipPath !== 'none' || isHidden(element.parentElement)
    }
    const boxes = Array.from(row.querySelectorAll('ol > li'), (run) => {
      const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT)
      let [left, right, top, text] = [Number.POSITIVE_INFINITY, 0, 0, '']
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange()
        range.selectNodeContents(node)
        if (range.getBoundingClientRect().width === 0 || isHidden(node.parentElement)) continue
        const box = (node.parentElement?.closest('[data-mark]') ?? range).getBoundingClientRect()
        left = Math.min(left, box.left)
        right = Math.max(right, box.right)
        top = run.getBoundingClientRect().top
        text += node.textContent
      }
      return { left, right, top, text }
    })
    const edge = row.getBoundingClientRect().right
    return boxes.flatMap(({ right, top, text }, index) => {
      const next = boxes[index + 1]
      const gap = next?.top === top ? next.left - right : edge - right + 2
      return gap < 2 ? [`${text} ends ${gap.toFixed(1)} px before ${next?.text ?? 'the edge'}`] : []
    })
  })
}

function withMinutes(run: string): string {
  return run.replace(/^(\d\d\.)/, '1:$1').replace(/^144\./, '2:24.')
}

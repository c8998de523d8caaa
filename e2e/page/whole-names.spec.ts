import type { Page } from '@playwright/test'
import { type Entry, withChanged } from '../../testing/event/timing-file.ts'
import { expectLive } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

// Names are never cut: up to 40 characters, and longer ones, which wrap.

const names = [
  'Maximiliana Featherstonehaugh-Kensington',
  'Maximiliana Wilhelmina Featherstonehaugh-Cholmondeley-Kensington-Amador',
]
const entries: readonly Entry[] = names.map((name, index) => ({
  ...{ class: 'SS', number: `${index + 1}`, name, car: 'Corvette', runs: ['45.100', `46.20${index}`] },
}))
const server = serverOfFile({ entries: entries.map((entry) => ({ ...entry, runs: ['45.100'] })) })
const views = ['class', 'raw', 'latest', 'mine', 'table', 'announcer']

for (const [device, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['the narrowest phone', { width: 320, height: 640 }],
  ['a laptop', { width: 1440, height: 900 }],
] as const) {
  test(`given names of 40 and 71 characters on ${device}, then no view cuts them`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await followBefore(page, names)
    await page.goto(`${server.baseUrl}/live`)
    await expectLive(page)
    server.data.writeEntries(withChanged(entries, names[1] ?? '', { runs: ['45.100', `4${viewport.width}`] }))
    await expect(page.getByText(`4${viewport.width}`).first()).toBeAttached()
    for (const view of views) {
      await page.goto(`${server.baseUrl}/live?view=${view}`)
      await expectLive(page)
      for (const name of view === 'announcer' ? names.slice(1) : names) {
        expect(await cutParts(page, name), `${name} in ${view}`).toEqual([])
      }
    }
  })
}

/** The places in the results where this name is shown and a part of it is outside of a box that cuts. */
async function cutParts(page: Page, name: string): Promise<readonly string[]> {
  const main = page.locator('main')
  await expect(main.getByText(name).filter({ visible: true }).first()).toBeVisible()
  return main.evaluate((element, text) => {
    const cut: string[] = []
    let shown = 0
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // The lines above and below the results lead to the whole name.
      const parent = node.parentElement
      if (!node.textContent?.includes(text) || parent?.closest('.visually-hidden')) continue
      if (!parent?.closest('tbody, li, h2, h3')) continue
      shown += 1
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      for (let at = node.parentElement; at && at !== element; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        const box = at.getBoundingClientRect()
        const isCut =
          (/hidden|clip/.test(overflowX) && (left < box.left - 1 || right > box.right + 1)) ||
          (/hidden|clip/.test(overflowY) && (top < box.top - 1 || bottom > box.bottom + 1))
        if (isCut) cut.push(at.outerHTML.slice(0, 100))
      }
    }
    return shown === 0 ? ['the name is not there'] : cut
  }, name)
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Locator, Page } from 'playwright'
import { openObserved, slowDown } from './observed-page.ts'

/**
 * From an input to the next frame, by Event Timing: the longest interaction of each kind, in ms. That frame shows the
 * tab that was chosen, the letter, the sheet's heading; `rows` is until those of the other view are there.
 */
export interface InputFigures {
  readonly tab: number
  readonly rows: number | undefined
  readonly search: number
  readonly sheet: number
  /** The longest of all: the page's INP while it has had fewer than fifty. */
  readonly worst: number
}

/** Chromium does not tell of what took less; it rounds to 8 ms. */
const least = 16

/** A frame after the slowest of them, and Event Timing has told of it. Milliseconds. */
const told = 1500

const patience = 60_000

/**
 * What people do, with real input on a 4x slower phone: another view, a search typed letter by letter, a driver's
 * sheet.
 */
export async function measureInput(browser: Browser, origin: string): Promise<InputFigures | undefined> {
  const phone = await openObserved(browser)
  const { page } = phone
  const longest = async (act: () => Promise<void>) => {
    const before = (await phone.observed()).interactions.length
    await act()
    await sleep(told)
    const { interactions } = await phone.observed()
    return Math.max(least, ...interactions.slice(before).map(({ duration }) => duration))
  }
  try {
    const whole = phone.next('whole', patience)
    await page.goto(`${origin}/live`, { waitUntil: 'commit' })
    if (!(await whole)) return undefined
    await slowDown(phone.protocol, 4)
    page.setDefaultTimeout(patience)
    const tab = await longest(await finger(tabOf(page, 'PAX')))
    const rows = (await phone.observed()).answers.at(-1)
    const tapSearch = await finger(page.getByRole('searchbox').first())
    const search = await longest(async () => {
      await tapSearch()
      await page.keyboard.type('mazda', { delay: 150 })
    })
    await page.getByRole('searchbox').first().fill('')
    await sleep(told)
    const sheet = await longest(await finger(page.locator('main a[data-sheet]').first()))
    return { tab, rows, search, sheet, worst: Math.max(tab, search, sheet) }
  } finally {
    await phone.close()
  }
}

function tabOf(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name, exact: true })
}

/**
 * A finger over the middle of an element. Found beforehand: what the tool looks for in the page would count as the
 * page's own.
 */
async function finger(element: Locator): Promise<() => Promise<void>> {
  await element.scrollIntoViewIfNeeded()
  const box = await element.boundingBox()
  if (!box) throw new Error(`${element} is not on the page.`)
  return () => element.page().touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Locator, Page } from 'playwright'
import { openObserved, slowDown } from './observed-page.ts'

/**
 * The longest interaction of each kind from the input to the next frame, by Event Timing, in ms. That frame shows the
 * chosen tab, the letter, or the heading of the sheet; `rows` is the time until the rows of the other view.
 */
export interface InputFigures {
  readonly tab: number
  readonly rows: number | undefined
  readonly search: number
  readonly sheet: number
  /** The longest of all: the page's INP while it has had fewer than fifty. */
  readonly worst: number
}

/** Chromium does not report shorter interactions, and rounds to 8 ms. */
const least = 16

/** After this time the frame is painted and Event Timing has reported it. Milliseconds. */
const reportDelay = 1500

const pageTimeout = 60_000

/**
 * Measures real input on a 4x slower phone: a change of view, a search typed letter by letter, a driver's sheet.
 */
export async function measureInput(browser: Browser, origin: string): Promise<InputFigures | undefined> {
  const phone = await openObserved(browser)
  const { page } = phone
  const longest = async (act: () => Promise<void>) => {
    const before = (await phone.observed()).interactions.length
    await act()
    await sleep(reportDelay)
    const { interactions } = await phone.observed()
    return Math.max(least, ...interactions.slice(before).map(({ duration }) => duration))
  }
  try {
    const whole = phone.next('whole', pageTimeout)
    await page.goto(`${origin}/live`, { waitUntil: 'commit' })
    if (!(await whole)) return undefined
    await slowDown(phone.protocol, 4)
    page.setDefaultTimeout(pageTimeout)
    const tab = await longest(await finger(tabOf(page, 'PAX')))
    const rows = (await phone.observed()).answers.at(-1)
    const tapSearch = await finger(page.getByRole('searchbox').first())
    const search = await longest(async () => {
      await tapSearch()
      await page.keyboard.type('mazda', { delay: 150 })
    })
    await page.getByRole('searchbox').first().fill('')
    await sleep(reportDelay)
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
 * A tap on the middle of an element. Its position is found beforehand, since the search would count as work of the
 * page.
 */
async function finger(element: Locator): Promise<() => Promise<void>> {
  await element.scrollIntoViewIfNeeded()
  const box = await element.boundingBox()
  if (!box) throw new Error(`${element} is not on the page.`)
  return () => element.page().touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
}

import type { Page } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive } from '../fixtures/board.ts'
import { phone } from '../fixtures/phone.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

// Speech and vibration. A test's browser has no voices: what the page asks of it is written down, and a test says when
// it is said.

test.use(phone)

const server = serverOfFile()
const ian = 'Ian O’Malley'
let times: readonly string[]

test.beforeEach(async ({ page }) => {
  times = ['41.053', '41.500']
  server.data.writeEntries(field)
  await writeDown(page)
})

test('given a page, then it is silent until it is told otherwise, and says at once that it can be heard', async ({
  page,
}) => {
  await followBefore(page, [ian])
  await open(page)
  await drive(page, '40.934')
  expect(await asked(page)).toEqual({ spoken: [], vibrations: [], cuts: 0 })

  await page.getByLabel('More').tap()
  await expect(speech(page)).not.toBeChecked()
  await speech(page).tap()
  expect((await asked(page)).spoken).toEqual(['en: Results will be spoken.'])
  await vibration(page).tap()
  expect((await asked(page)).vibrations).toEqual([200])
  await expectAccessible(page)
  await page.setViewportSize(phone.viewport)
  expect((await speech(page).locator('..').boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await page.keyboard.press('Escape')

  await drive(page, '40.111')
  await expect
    .poll(async () => (await asked(page)).spoken.at(-1))
    .toBe('en: Ian O’Malley, run 4: 40.111, personal best, 1st in S T R')
  expect((await asked(page)).vibrations.at(-1)).toEqual([200])
})

test('given speech, when others run, then nothing is said; when it is switched off, then nothing more is', async ({
  page,
}) => {
  await followBefore(page, [ian])
  await open(page)
  await switchOn(page)
  const before = await asked(page)
  server.data.writeEntries(withChanged(field, 'Felipe González', { runs: ['41.400', '39.000'] }))
  await expect(page.getByText('39.000').first()).toBeVisible()
  await page.waitForTimeout(500)
  expect(await asked(page)).toEqual(before)

  await drive(page, '40.934')
  await expect.poll(async () => (await asked(page)).spoken.length).toBe(before.spoken.length + 1)
  await page.getByLabel('More').tap()
  await speech(page).uncheck()
  expect((await asked(page)).cuts).toBeGreaterThan(before.cuts)
  await vibration(page).uncheck()
  const off = await asked(page)
  await drive(page, '40.111')
  await page.waitForTimeout(500)
  expect(await asked(page)).toEqual(off)
})

test('given more than can be said, then one is said at a time, and the oldest that wait are left out', async ({
  page,
}) => {
  await followBefore(page, [ian])
  await open(page, '/live?view=announcer')
  await switchOn(page)
  await say(page)
  for (const time of ['40.001', '40.002', '40.003', '40.004', '40.005']) await correct(page, time)
  const heard = async () =>
    (await asked(page)).spoken.slice(1).map((text) => /to (\S+),|run 3: (\S+),/.exec(text)?.slice(1).join(''))
  expect(await heard()).toEqual(['40.001'])
  for (let turn = 0; turn < 4; turn += 1) await say(page)
  expect(await heard()).toEqual(['40.001', '40.003', '40.004', '40.005'])
})

test('given speech that was switched on before, when the page has not been touched, then it says why it is silent', async ({
  page,
}) => {
  await followBefore(page, [ian])
  await open(page)
  await switchOn(page)
  const later = await page.context().newPage()
  await writeDown(later)
  await untouched(later)
  await later.goto(`${server.baseUrl}/live`)
  await expectLive(later)
  const notice = later.getByRole('complementary', { name: 'Spoken results' })
  await expect(notice).toContainText('silent until a page is touched')
  await expectAccessible(later)
  await notice.getByRole('button', { name: 'Start' }).tap()
  await expect(notice).toHaveCount(0)
  await page.close()
  times = ['41.053', '41.500']
  await drive(later, '40.934')
  await expect
    .poll(async () => (await asked(later)).spoken)
    .toEqual(['en: Ian O’Malley, run 3: 40.934, personal best, 1st in S T R'])
})

test('given a browser that can do neither, then nothing of it is shown', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'speechSynthesis')
    Object.defineProperty(navigator, 'vibrate', { value: undefined })
  })
  await open(page)
  await page.getByLabel('More').tap()
  await expect(page.getByRole('link', { name: 'CSV' })).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
})

test('given nobody who is followed, then the switches say whom they are for', async ({ page }) => {
  await open(page)
  await page.getByLabel('More').tap()
  await expect(page.getByText('Nobody yet: open a driver and choose “Follow”.')).toHaveCount(2)
})

interface Asked {
  readonly spoken: readonly string[]
  readonly vibrations: readonly unknown[]
  readonly cuts: number
}

/** Puts a pen between the page and what it asks of the browser; a sentence is said when `say` says so. */
async function writeDown(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked = { spoken: [] as string[], vibrations: [] as unknown[], cuts: 0 }
    let current: SpeechSynthesisUtterance | undefined
    const say = () => {
      const said = current
      current = undefined
      said?.dispatchEvent(new Event('end'))
    }
    Object.assign(window, { paddockAsked: asked, paddockSay: say })
    SpeechSynthesis.prototype.speak = (utterance) => {
      if (!(utterance instanceof SpeechSynthesisUtterance)) throw new TypeError('not an utterance')
      current = utterance
      asked.spoken.push(`${utterance.lang}: ${utterance.text}`)
    }
    SpeechSynthesis.prototype.cancel = () => {
      asked.cuts += 1
    }
    const vibrate = navigator.vibrate.bind(navigator)
    navigator.vibrate = (pattern) => {
      if (pattern !== 0) asked.vibrations.push(pattern)
      return vibrate(pattern as number)
    }
  })
}

/** What a test evaluates counts as a touch for the browser; here only a finger does. */
async function untouched(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let hasBeenActive = false
    const activation = {
      get hasBeenActive() {
        return hasBeenActive
      },
    }
    Object.defineProperty(navigator, 'userActivation', { value: activation })
    window.addEventListener(
      'pointerdown',
      () => {
        hasBeenActive = true
      },
      { capture: true },
    )
  })
}

function asked(page: Page): Promise<Asked> {
  return page.evaluate(() => (window as unknown as { paddockAsked: Asked }).paddockAsked)
}

function say(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as { paddockSay: () => void }).paddockSay())
}

async function open(page: Page, address = '/live'): Promise<void> {
  await page.goto(`${server.baseUrl}${address}`)
  await expectLive(page)
}

async function switchOn(page: Page): Promise<void> {
  await page.getByLabel('More').tap()
  await speech(page).tap()
  await vibration(page).tap()
  await page.keyboard.press('Escape')
}

function speech(page: Page) {
  return page.getByRole('checkbox', { name: 'Speak results' })
}

function vibration(page: Page) {
  return page.getByRole('checkbox', { name: 'Vibrate' })
}

/** Ian drives one more run, and the page has it. */
async function drive(page: Page, time: string): Promise<void> {
  times = [...times, time]
  server.data.writeEntries(withChanged(field, ian, { runs: times }))
  await expect(page.getByText(time).first()).toBeAttached()
}

/** Ian's third run is another one now, and the page has it. */
async function correct(page: Page, time: string): Promise<void> {
  times = times.slice(0, 2)
  await drive(page, time)
}

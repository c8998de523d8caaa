import type { Page } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive } from '../fixtures/board.ts'
import { phone } from '../fixtures/phone.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

// Speech and vibration. The browser of the tests has no voices: it records what the page asks, and a test ends a
// sentence.

test.use({ ...phone, isClocked: true })

const server = serverOfFile()
const ian = 'Ian O’Malley'
let times: readonly string[]

test.beforeEach(async ({ page }) => {
  times = ['41.053', '41.500']
  server.data.writeEntries(field)
  await recordRequests(page)
})

test('given a page, then it is silent until speech is switched on, which it confirms by a sentence', async ({
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

test('given speech, when other drivers run, or when it is switched off, then nothing is spoken', async ({ page }) => {
  await followBefore(page, [ian])
  await open(page)
  await switchOn(page)
  const before = await asked(page)
  server.data.writeEntries(withChanged(field, 'Felipe González', { runs: ['41.400', '39.000'] }))
  await expect(page.getByText('39.000').first()).toBeVisible()
  await page.clock.runFor(6000)
  expect(await asked(page)).toEqual(before)

  await drive(page, '40.934')
  await expect.poll(async () => (await asked(page)).spoken.length).toBe(before.spoken.length + 1)
  await page.getByLabel('More').tap()
  await speech(page).uncheck()
  expect((await asked(page)).cuts).toBeGreaterThan(before.cuts)
  await vibration(page).uncheck()
  const off = await asked(page)
  await drive(page, '40.111')
  await page.clock.runFor(6000)
  expect(await asked(page)).toEqual(off)
})

test('given news faster than speech, then one is spoken at a time, and the oldest pending ones are dropped', async ({
  page,
}) => {
  await followBefore(page, [ian])
  await open(page, '/live?view=announcer')
  await switchOn(page)
  await endSentence(page)
  for (const time of ['40.001', '40.002', '40.003', '40.004', '40.005']) await correct(page, time)
  const heard = async () =>
    (await asked(page)).spoken.slice(1).map((text) => /to (\S+),|run 3: (\S+),/.exec(text)?.slice(1).join(''))
  expect(await heard()).toEqual(['40.001'])
  for (let turn = 0; turn < 4; turn += 1) await endSentence(page)
  expect(await heard()).toEqual(['40.001', '40.003', '40.004', '40.005'])
})

test('given speech that is on, when a new page is not touched yet, then a notice explains the silence', async ({
  page,
}) => {
  await followBefore(page, [ian])
  await open(page)
  await switchOn(page)
  const later = await page.context().newPage()
  await recordRequests(later)
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

test('given a browser without speech and vibration, then their switches are not shown', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'speechSynthesis')
    Object.defineProperty(navigator, 'vibrate', { value: undefined })
  })
  await open(page)
  await page.getByLabel('More').tap()
  await expect(page.getByRole('link', { name: 'CSV' })).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
})

test('given no followed driver, then the switches explain whom they are for', async ({ page }) => {
  await open(page)
  await page.getByLabel('More').tap()
  await expect(page.getByText('Nobody yet: open a driver and choose “Follow”.')).toHaveCount(2)
})

interface Asked {
  readonly spoken: readonly string[]
  readonly vibrations: readonly unknown[]
  readonly cuts: number
}

/** Records what the page asks of speech and vibration; `endSentence` ends the current sentence. */
async function recordRequests(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked = { spoken: [] as string[], vibrations: [] as unknown[], cuts: 0 }
    let current: SpeechSynthesisUtterance | undefined
    const endSentence = () => {
      const said = current
      current = undefined
      said?.dispatchEvent(new Event('end'))
    }
    Object.assign(window, { paddockAsked: asked, paddockEndSentence: endSentence })
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

/** An evaluation by a test counts as a touch for the browser; here only a finger does. */
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

function endSentence(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as { paddockEndSentence: () => void }).paddockEndSentence())
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

/** Adds a run of Ian, and waits for the page to show it. */
async function drive(page: Page, time: string): Promise<void> {
  times = [...times, time]
  server.data.writeEntries(withChanged(field, ian, { runs: times }))
  await expect(page.getByText(time).first()).toBeAttached()
}

/** Changes Ian's third run, and waits for the page to show it. */
async function correct(page: Page, time: string): Promise<void> {
  times = times.slice(0, 2)
  await drive(page, time)
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Worker } from '@playwright/test'
import { eventFile, field, withChanged } from '../../testing/event/timing-file.ts'
import { startPushService, type TestPushService } from '../../testing/push/push-service.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive } from '../fixtures/board.ts'
import { phone } from '../fixtures/phone.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

// Notifications. The browser of the tests reaches no push service: a service of the test gives it its subscription,
// reads what the server sends, and hands it to the service worker.

test.use({ ...phone, serviceWorkers: 'allow' })

let service: TestPushService
const environment: Record<string, string> = {}
test.beforeAll(async () => {
  service = await startPushService()
  environment.PUSH_SERVICES = service.origin
})
test.afterAll(() => service.stop())
const server = serverOfFile({ environment })
const ian = 'Ian O’Malley'

test.beforeEach(({ page }) => {
  server.data.writeFile('event.yaml', eventFile)
  server.data.writeEntries(field)
  return withSubscription(page, `phone ${test.info().testId}`)
})

test('given a followed driver, when the switch is on and the driver runs, then a notification opens the driver’s sheet', async ({
  page,
}) => {
  await followBefore(page, [ian])
  await open(page)
  await page.getByLabel('More').tap()
  await expect(pushSwitch(page)).not.toBeChecked()
  await expectAccessible(page)
  const before = service.received.length
  await pushSwitch(page).tap()
  await expect(pushSwitch(page)).toBeChecked()
  await service.came(before + 1)
  server.data.writeEntries(withChanged(field, ian, { runs: ['41.053', '41.500', '40.934'] }))
  await service.came(before + 2)
  expect(service.faults).toEqual([])
  const text = service.received.at(-1)?.text ?? ''
  expect(JSON.parse(text)).toMatchObject({ title: ian, body: 'Run 3: 40.934 clean. PB −0.119, stays 1st in STR' })

  await page.reload()
  await expectLive(page)
  const worker = await serviceWorker(page)
  // The headless browser shows no notifications: this one keeps what it is asked to show.
  await worker.evaluate(`registration.showNotification = async (title, options) => { shown = { title, ...options } }`)
  await deliver(page, text)
  await expect.poll(() => worker.evaluate('globalThis.shown')).toMatchObject({ title: ian, tag: `driver ${ian}` })
  // A touch by hand: only the system can make one that the browser believes.
  await worker.evaluate('void openPage(shown.data)')
  await expect(page.getByRole('dialog')).toContainText(ian)
  await expect(page.getByRole('dialog')).toContainText('40.934')
})

test('given notifications, when stars change, then the server follows; without any star, both sides unsubscribe', async ({
  page,
}) => {
  await followBefore(page, [ian])
  await switchOn(page)
  await page.goto(`${server.baseUrl}/live?driver=Felipe+Gonz%C3%A1lez`)
  await page.getByRole('dialog').getByRole('button', { name: 'Follow' }).tap()
  await expect.poll(storedLine).toContain('Felipe González')
  expect(await isSubscribed(page)).toBe(true)
  await page.evaluate(() => localStorage.setItem('paddock.stars', '[]'))
  await open(page)
  await expect.poll(storedLine).toBe('')
  await expect.poll(() => isSubscribed(page)).toBe(false)
})

test('given subscriptions that the server has erased, when the page is opened again, then the switch is off', async ({
  page,
}) => {
  await followBefore(page, [ian])
  await switchOn(page)
  server.data.writeFile('event.yaml', eventFile.replace('Test Autocross', 'Another Event').replace(/date: .*/, ''))
  await expect.poll(storedLine).toBe('')
  await open(page)
  await expect.poll(() => isSubscribed(page)).toBe(false)
  await page.getByLabel('More').tap()
  await expect(pushSwitch(page)).not.toBeChecked()
})

test('given a switch that is switched off, then the server forgets the browser', async ({ page }) => {
  await followBefore(page, [ian])
  await switchOn(page)
  await pushSwitch(page).tap()
  await expect(pushSwitch(page)).not.toBeChecked()
  await expect.poll(storedLine).toBe('')
})

test('given nobody that is followed, then there is no switch', async ({ page }) => {
  await open(page)
  await page.getByLabel('More').tap()
  await expect(page.getByText(/^Data used/)).toBeVisible()
  await expect(pushSwitch(page)).toHaveCount(0)
})

test('given a reader who blocks notifications, then the switch says the way back', async ({ page }) => {
  await followBefore(page, [ian])
  await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { value: 'denied' }))
  await open(page)
  await page.getByLabel('More').tap()
  await expect(pushSwitch(page)).toBeDisabled()
  await expect(page.getByText(/allow them in its settings for this site/)).toBeVisible()
})

test('given an iPhone with the page in Safari, then the switch says to add it to the Home Screen', async ({ page }) => {
  await followBefore(page, [ian])
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'PushManager')
    Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)' })
  })
  await open(page)
  await page.getByLabel('More').tap()
  await expect(pushSwitch(page)).toBeDisabled()
  await expect(page.getByText(/add this page to the Home Screen first/)).toBeVisible()
  await expectAccessible(page)
})

function pushSwitch(page: Page) {
  return page.getByRole('checkbox', { name: 'Tell me when the phone is locked' })
}

async function open(page: Page): Promise<void> {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
}

async function switchOn(page: Page): Promise<void> {
  await open(page)
  await page.getByLabel('More').tap()
  await pushSwitch(page).tap()
  await expect(pushSwitch(page)).toBeChecked()
}

/** A browser whose push service is that of the test; the subscription is stored, as a browser does. */
async function withSubscription(page: Page, name: string): Promise<void> {
  await page.addInitScript((json) => {
    const key = 'test.subscription'
    const stored = () => (localStorage.getItem(key) === null ? null : subscription)
    const subscription = {
      ...json,
      toJSON: () => json,
      unsubscribe: async () => {
        localStorage.removeItem(key)
        return true
      },
    }
    // The headless browser would deny it.
    Object.defineProperty(Notification, 'permission', { value: 'default', configurable: true })
    Notification.requestPermission = async () => 'granted'
    PushManager.prototype.getSubscription = async () => stored() as unknown as PushSubscription | null
    PushManager.prototype.subscribe = async () => {
      localStorage.setItem(key, 'on')
      return subscription as unknown as PushSubscription
    }
  }, service.subscription(name))
}

/** What the server has stored of the browser of this test; '' for nothing. */
function storedLine(): string {
  const lines = readFileSync(join(server.stateFolder, 'push.jsonl'), 'utf8').split('\n')
  return lines.find((line) => line.includes(test.info().testId)) ?? ''
}

function isSubscribed(page: Page): Promise<boolean> {
  return page.evaluate(() => localStorage.getItem('test.subscription') !== null)
}

async function serviceWorker(page: Page): Promise<Worker> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const [worker] = page.context().serviceWorkers()
  if (!worker) throw new Error('The browser has no service worker.')
  return worker
}

/** Hands a message to the service worker, as the browser does when its push service has one. */
async function deliver(page: Page, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations
      if (one) resolve(one.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await registered
  await session.send('ServiceWorker.deliverPushMessage', { origin: server.baseUrl, registrationId, data })
}

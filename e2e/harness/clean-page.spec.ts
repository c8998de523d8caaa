import type { Page } from '@playwright/test'
import { readingTest } from '../fixtures/reading-test.ts'
import { expect } from '../fixtures/test.ts'

// Tests borrow one browser context after the other: nothing that a test does may reach the next one.

readingTest.describe.configure({ mode: 'serial' })
readingTest.use({ allowedTrouble: /net::ERR_FAILED/ })

const name = 'paddockDirt'

/** Everything that a test could leave behind, as the next one would find it. */
async function traces(page: Page, address: string) {
  const answers: string[] = []
  page.context().on('response', (response) => answers.push(response.url()))
  await page.goto(address)
  const inPage = await page.evaluate(async (key) => {
    const databases = await indexedDB.databases()
    return {
      localStorage: localStorage.length,
      sessionStorage: sessionStorage.length,
      cookie: document.cookie,
      caches: await caches.keys(),
      databases: databases.map((one) => one.name),
      mark: key in window,
      exposed: `${key}Exposed` in window,
      clock: '__pwClock' in window,
      width: window.innerWidth,
      isDark: matchMedia('(prefers-color-scheme: dark)').matches,
      isPaper: matchMedia('print').matches,
      isOnline: navigator.onLine,
      opener: window.opener,
      history: history.length,
      permission: (await navigator.permissions.query({ name: 'geolocation' })).state,
      theme: document.documentElement.dataset.theme,
    }
  }, name)
  return {
    inPage,
    cookies: (await page.context().cookies()).map((cookie) => `${cookie.name}=${cookie.value}`),
    routed: answers.some((url) => url.includes('routed')),
    pages: page
      .context()
      .pages()
      .filter((one) => one.url().includes('/live')).length,
    title: await page.title(),
  }
}

let clean: Awaited<ReturnType<typeof traces>>
let contextBefore: unknown

readingTest('given the first test of a context, then nothing is left behind in its page', async ({ page, server }) => {
  clean = await traces(page, `${server.baseUrl}/live`)
  contextBefore = page.context()
  expect(clean).toMatchObject({ pages: 1, title: 'Test Autocross · Paddock' })
  expect(clean.inPage).toMatchObject({ localStorage: 0, mark: false, clock: false, isOnline: true, width: 1280 })
})

readingTest(
  'given a test that changes all that can be reset, then the same context can be used again',
  async ({ page, context, server }) => {
    expect(context).toBe(contextBefore)
    await dirty(page, server.baseUrl)
    await context.route('**/live', (route) => route.fulfill({ body: 'routed by a context' }))
    await context.setOffline(true)
  },
)

readingTest(
  'given the test after it, then its page is as that of the first test',
  async ({ page, context, server }) => {
    expect(context).toBe(contextBefore)
    expect(await traces(page, `${server.baseUrl}/live`)).toEqual(clean)
  },
)

for (const [what, spoil] of [
  ['a clock', (page: Page) => page.clock.install()],
  ['an init script', (page: Page) => page.context().addInitScript((key) => Object.assign(window, { [key]: 1 }), name)],
  ['an exposed function', (page: Page) => page.context().exposeFunction(`${name}Exposed`, () => 1)],
  ['other headers', (page: Page) => page.context().setExtraHTTPHeaders({ cookie: 'paddock_theme=dark' })],
] as const) {
  readingTest(
    `given a test that gives its context ${what}, then the page of the test itself has it`,
    async ({ page, server }) => {
      await spoil(page)
      contextBefore = page.context()
      expect(await traces(page, `${server.baseUrl}/live`)).not.toEqual(clean)
    },
  )

  readingTest(
    `given the test after one that gave its context ${what}, then its context is new and clean`,
    async ({ page, server }) => {
      expect(page.context()).not.toBe(contextBefore)
      expect(await traces(page, `${server.baseUrl}/live`)).toEqual(clean)
    },
  )
}

/** Changes everything of a page and of its context that has a reset. */
async function dirty(page: Page, baseUrl: string): Promise<void> {
  const context = page.context()
  await page.addInitScript((key) => Object.assign(window, { [key]: 1 }), name)
  await page.exposeFunction(`${name}Exposed`, () => 1)
  await page.setViewportSize({ width: 400, height: 300 })
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.setExtraHTTPHeaders({ cookie: 'paddock_theme=dark' })
  await context.grantPermissions(['geolocation'])
  await context.addCookies([{ name: 'paddock_theme', value: 'dark', url: baseUrl }])
  await page.goto(`${baseUrl}/live`)
  await page.evaluate(async () => {
    localStorage.setItem('paddock.stars', '["Joan Zielinski"]')
    sessionStorage.setItem('paddock.test', 'left')
    await (await caches.open('paddock-list-2')).put('/offline/list', new Response('{}'))
    await new Promise((resolve) => {
      indexedDB.open('left').onsuccess = resolve
    })
  })
  context.on('page', (other) => other.close())
  await page.goto(`${baseUrl}/live?view=raw`)
  await context.newPage()
}

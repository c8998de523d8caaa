import type { Page } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { copyPage, startPageFront } from '../../testing/network/page-front.ts'
import { startProxy } from '../../testing/network/proxy.ts'
import { board, cellOf, expectLive, rowKeys, rowOf, statusLine, versionShown } from '../fixtures/board.ts'
import { installClock, type PageClock } from '../fixtures/page-clock.ts'
import { published } from '../fixtures/published.ts'
import { expect, test } from '../fixtures/test.ts'
import { createTestServer, type TestServer } from '../fixtures/test-server.ts'

// With the service worker. The server is killed, as in a power cut or a dead cell.

test.use({
  serviceWorkers: 'allow',
  allowedTrouble: /WebSocket connection to .* failed|Failed to load resource: net::ERR_|status of 50[23]/,
})

let server: TestServer
let clock: PageClock
test.beforeEach(async ({ page }) => {
  clock = await installClock(page)
  server = createTestServer()
  await server.start()
})
test.afterEach(() => server.remove())

const faster = withChanged(field, 'Nobody Ranyet', { runs: ['50.000'] })
const fastest = withChanged(faster, 'Joan Zielinski', { runs: ['40.434', '40.341', '39.999'] })

/** Opens the list, and waits until the browser has a copy that it can show without a server. */
async function openAndSave(page: Page, address = `${server.baseUrl}/live`): Promise<void> {
  await page.goto(address)
  await expectLive(page)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => savedVersion(page)).toBe(await versionShown(page))
}

function savedVersion(page: Page): Promise<number | undefined> {
  return page.evaluate(async () => {
    const text = await (await caches.match('/offline/list', { cacheName: 'paddock-list-2' }))?.text()
    return text === undefined ? undefined : JSON.parse(text.slice(text.indexOf('\n'))).list.data.version
  })
}

/** The path of everything in Cache Storage. */
function cachedPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
}

async function publish(page: Page, entries: typeof field): Promise<void> {
  const { version } = await published(server)
  server.data.writeEntries(entries)
  await expect(board(page)).toHaveAttribute('data-version', `${version + 1}`)
}

test('given a saved list, when the page is opened without a server, then it shows the newest saved list with its age, as offline', async ({
  page,
}) => {
  await openAndSave(page)
  // The newest list is newer than that of the page's HTML.
  await publish(page, faster)
  await publish(page, fastest)
  const version = await versionShown(page)
  await server.kill()
  await expect(statusLine(page)).toHaveText(/^offline/)
  await expect.poll(() => savedVersion(page)).toBe(version)

  const statuses: string[] = []
  await page.exposeFunction('sawStatus', (text: string) => statuses.push(text))
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const line = document.querySelector('[data-tone]')
      if (line) Object(window).sawStatus(line.textContent)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await page.reload()
  await expect(statusLine(page)).toHaveText(/^offline · last heard \d+ s ago$/)
  expect(await versionShown(page)).toBe(version)
  await expect(cellOf(page, 'Joan Zielinski', 'total')).toHaveText('39.999')
  await expect(cellOf(page, 'Nobody Ranyet', 'total')).toHaveText('50.000')
  await expect(page).toHaveTitle(/^Test Autocross/)

  await clock.passUntilTries(3)
  await expect(statusLine(page)).toHaveText(/^offline/)
  expect(statuses.filter((text) => !text.startsWith('offline'))).toEqual([])

  // Search, views and sheets work with the saved list.
  await page.getByRole('searchbox').fill("o'malley")
  await expect.poll(() => rowKeys(page)).toEqual(['Ian O’Malley'])
  await page.getByRole('searchbox').fill('')
  await page.getByRole('link', { name: 'Latest', exact: true }).click()
  await expect(page).toHaveURL(/view=latest/)
  // The view follows its address in a moment of its own.
  await expect(page.getByRole('heading', { name: 'Latest runs' })).toBeVisible()
  await expect(page.getByText('39.999')).toBeVisible()
  await page.getByRole('link', { name: 'Raw', exact: true }).click()
  await page.getByRole('link', { name: 'Joan Zielinski', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page).toHaveURL(`${server.baseUrl}/live?view=raw`)
})

test('given a page without a server, when the server restarts, then the page is live with the newest list, without a reload', async ({
  page,
}) => {
  await openAndSave(page)
  await server.kill()
  await page.reload()
  await expect(statusLine(page)).toHaveText(/^offline/)
  server.data.writeEntries(faster)
  await server.restart()
  await clock.passUntilLive()
  await expect(cellOf(page, 'Nobody Ranyet', 'total')).toHaveText('50.000')
  expect(await versionShown(page)).toBe((await published(server)).version)
})

test('[P2] given a saved list, when the server restarts with a new log, then the page has the list of the new log', async ({
  page,
}) => {
  await openAndSave(page)
  await server.kill()
  await page.reload()
  await expect(statusLine(page)).toHaveText(/^offline/)
  server.forget()
  server.data.writeEntries(faster.slice(2))
  await server.restart()
  await clock.passUntilLive()
  const newest = await published(server)
  expect(await versionShown(page)).toBe(newest.version)
  expect((await rowKeys(page)).toSorted()).toEqual(
    faster
      .slice(2)
      .map(({ name }) => name)
      .toSorted(),
  )
  // From now on that list is saved.
  await expect.poll(() => savedVersion(page)).toBe(newest.version)
})

test('given a network and an older saved list, then the page is the network’s', async ({ page }) => {
  await openAndSave(page)
  await page.goto('about:blank')
  server.data.writeEntries(faster)
  await expect.poll(async () => (await fetch(`${server.baseUrl}/live`)).text()).toContain('50.000')
  const { version } = await published(server)
  await page.goto(`${server.baseUrl}/live`, { waitUntil: 'commit' })
  expect(await versionShown(page)).toBe(version)
  await page.goto(server.baseUrl)
  await expect(page).toHaveURL(`${server.baseUrl}/live`)
})

test('given no network, when a link to another view is opened, then it shows that view of the saved list', async ({
  page,
  context,
}) => {
  await openAndSave(page)
  await context.setOffline(true)
  await page.goto(`${server.baseUrl}/live?view=pax&class=STR`)
  await expect(statusLine(page)).toHaveText(/^offline/)
  await expect(page.getByRole('heading', { level: 2 })).toHaveAccessibleName('By indexed time (PAX)')
  await expect(rowOf(page, 'Joan Zielinski')).toHaveCount(0)
  await page.goto(server.baseUrl)
  await expect(page).toHaveURL(`${server.baseUrl}/live`)
  await expect(rowOf(page, 'Joan Zielinski')).toBeVisible()
  await context.setOffline(false)
  await clock.passUntilLive()
})

test('given visits to the sign-in, downloads and documents, then none of them is cached or answered without a server', async ({
  page,
  context,
}) => {
  await openAndSave(page)
  await page.goto(`${server.baseUrl}/admin/sign-in`)
  await page.evaluate(async () => {
    for (const path of [
      '/live/results.json',
      '/live/results.csv',
      '/protocol/v1.json',
      '/readyz',
      '/live',
      '/offline',
    ]) {
      await (await fetch(path)).text()
    }
  })
  const paths = await cachedPaths(page)
  expect(paths.filter((path) => !path.startsWith('/_next/static/')).toSorted()).toEqual([
    '/offline',
    '/offline/freshness',
    '/offline/list',
  ])
  await server.kill()
  for (const path of ['/admin', '/admin/sign-in', '/live/results.csv', '/protocol/asyncapi.json']) {
    const tab = await context.newPage()
    await expect(tab.goto(`${server.baseUrl}${path}`)).rejects.toThrow(/ERR_CONNECTION_REFUSED/)
    await tab.close()
  }
})

/** What a cache may hold instead of a list. */
const spoilt = [
  ['nothing', async () => void (await caches.delete('paddock-list-2'))],
  [
    'a damaged list',
    async () =>
      (await caches.open('paddock-list-2')).put('/offline/list', new Response('{"log":"x","version":3,"driv')),
  ],
  [
    'JSON of another shape',
    async () => (await caches.open('paddock-list-2')).put('/offline/list', new Response('{"list":[1,2,3]}')),
  ],
  [
    'a list of 0.1.0, under its old and its new name',
    async () => {
      const list = JSON.stringify({
        ...{ log: 'a', version: 7, at: 1000, drivers: [{ driver_name: 'Joan Zielinski', class: 'SS' }] },
        ...{ hash: '0123456789ab', news: [], heard: { log: 'a', version: 7, heard_at: 5000, clock_offset: -20 } },
      })
      await (await caches.open('paddock-list')).put('/kept/list', new Response(list))
      await (await caches.open('paddock-list-2')).put('/offline/list', new Response(list))
    },
  ],
] as const

test('given nothing in the cache, a damaged list, JSON of another shape or a list of 0.1.0, when there is no server, then the page says it is offline, and loads once the server runs', async ({
  page,
}) => {
  await openAndSave(page)
  await server.kill()
  await expect(statusLine(page)).toHaveText(/^offline/)
  for (const [what, spoil] of spoilt) {
    await test.step(what, async () => {
      await page.evaluate(spoil)
      await page.goto(`${server.baseUrl}/live?view=table`)
      await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
    })
  }
  await server.restart()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await clock.passUntilLive()
  await expect(page).toHaveURL(`${server.baseUrl}/live?view=table`)
})

test('given a saturated cell, when the page is opened, then it shows the saved list soon, and catches up once the network works', async ({
  page,
}) => {
  const network = await startProxy(server.baseUrl)
  await openAndSave(page, `${network.url}/live`)
  await page.goto('about:blank')
  network.hold(true)
  await page.goto(`${network.url}/live`)
  await expect(statusLine(page)).toHaveText(/^offline · last heard/)
  await expect(rowOf(page, 'Joan Zielinski')).toBeVisible()
  server.data.writeEntries(faster)
  network.restore()
  await clock.passUntilLive()
  await expect(cellOf(page, 'Nobody Ranyet', 'total')).toHaveText('50.000')
  await network.close()
})

test('given a proxy that answers 502, when the page is opened, then the saved list is shown', async ({ page }) => {
  let answer = () => copyPage(`${server.baseUrl}/live`)
  const front = await startPageFront(server.baseUrl, () => answer())
  await openAndSave(page, `${front.baseUrl}/live`)
  answer = async () => ({ headers: { 'content-type': 'text/html' }, status: 502, body: 'Bad Gateway' })
  await server.kill()
  await page.reload()
  await expect(statusLine(page)).toHaveText(/^offline/)
  await expect(rowOf(page, 'Joan Zielinski')).toBeVisible()
  await front.close()
})

test('given an open page, when a new build is served, then its worker takes over and the old caches are removed', async ({
  page,
}) => {
  let build = 'an-old-build'
  const front = await startPageFront(server.baseUrl, () => copyPage(`${server.baseUrl}/live`), {
    '/service-worker.js': async () => {
      const { headers, body } = await copyPage(`${server.baseUrl}/service-worker.js`)
      return { headers, body: body.replace(/^const build = .*$/m, `const build = '${build}'`) }
    },
  })
  const shells = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('paddock-shell')))
  await openAndSave(page, `${front.baseUrl}/live`)
  expect(await shells()).toEqual(['paddock-shell-an-old-build'])
  await page.evaluate(async () => (await caches.open('paddock-list')).put('/kept/list', new Response('{}')))
  await page.reload()
  await expectLive(page)

  build = 'a-new-build'
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect.poll(shells, { timeout: 40_000 }).toEqual(['paddock-shell-a-new-build'])
  // The cache of 0.1.0 is removed: only its own shell could read it.
  expect((await page.evaluate(() => caches.keys())).toSorted()).toEqual(['paddock-list-2', 'paddock-shell-a-new-build'])
  await expectLive(page)
  await server.kill()
  await front.close()
  await page.reload()
  await expect(statusLine(page)).toHaveText(/^offline/)
  await expect(rowOf(page, 'Joan Zielinski')).toBeVisible()
})

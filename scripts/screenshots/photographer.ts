import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import { formatStars, starsKey } from '../../lib/reader/stars.ts'
import { themeCookie } from '../../lib/reader/theme.ts'
import { watchTroubles } from '../../testing/browser/troubles.ts'
import { type NetworkProxy, startProxy } from '../../testing/network/proxy.ts'
import type { Shot } from './shot.ts'
import { followed } from './shot-views.ts'
import { type StagedServer, timeZone } from './staged-server.ts'

/** A page that is not ready after so many milliseconds is photographed as it is, and reported as a trouble. */
const pageTimeout = 20_000

/** How long the offline page has been without a connection. Milliseconds. */
const offlineFor = 95_000

/**
 * Takes pictures of one server into `folder`, and prints a line for each. Resolves with the troubles, a line each.
 */
export async function photograph(
  browser: Browser,
  server: StagedServer,
  shots: readonly Shot[],
  folder: string,
  print: (line: string) => void,
): Promise<readonly string[]> {
  const network = await startProxy(server.url)
  const troubles: string[] = []
  try {
    for (const shot of shots) {
      const found = await takeShot(browser, server, network, shot, folder)
      print(`${shot.name}${found.length === 0 ? '' : `  ${found.join('; ')}`}`)
      troubles.push(...found.map((trouble) => `${shot.name}: ${trouble}`))
    }
  } finally {
    await network.close()
  }
  return troubles
}

async function takeShot(
  browser: Browser,
  server: StagedServer,
  network: NetworkProxy,
  { name, view, screen, theme }: Shot,
  folder: string,
): Promise<readonly string[]> {
  const context = await browser.newContext({
    ...{ viewport: { width: screen.width, height: screen.height }, deviceScaleFactor: screen.scale },
    ...{ hasTouch: screen.touch, isMobile: screen.touch, reducedMotion: 'reduce' },
    ...{ colorScheme: theme === 'dark' ? 'dark' : 'light', locale: 'en-US', timezoneId: timeZone },
    storageState: readerOf(network.url, theme),
  })
  try {
    const troubles = await watchTroubles(context)
    const missing = await prepare(context, server, network, { view, path: join(folder, `${name}.png`) })
    return [...troubles.list.filter((trouble) => !view.allowed?.test(trouble)), ...missing]
  } finally {
    await context.close()
    network.restore()
  }
}

/** The theme and the stars of the reader, as the browser stores them. */
function readerOf(origin: string, theme: string) {
  const cookie = { name: themeCookie, value: theme, domain: new URL(origin).hostname, path: '/', expires: -1 }
  return {
    cookies: [{ ...cookie, httpOnly: false, secure: false, sameSite: 'Lax' as const }],
    origins: [{ origin, localStorage: [{ name: starsKey, value: formatStars(new Set(followed)) }] }],
  }
}

async function prepare(
  context: BrowserContext,
  server: StagedServer,
  network: NetworkProxy,
  { view, path }: { readonly view: Shot['view']; readonly path: string },
): Promise<readonly string[]> {
  const page = await context.newPage()
  await page.clock.setFixedTime(server.now())
  const answer = await page.goto(`${network.url}${view.path}`, { timeout: pageTimeout })
  const missing: string[] = []
  const isThere = (connection: string) => hasConnection(page, connection).catch(() => missing.push(`not ${connection}`))
  if (answer?.ok()) await isThere('live')
  if (view.scene === 'offline') {
    network.refuse(true)
    network.cut()
    await isThere('offline')
    await page.clock.setFixedTime(server.now() + offlineFor)
    // The page renders the age once a second.
    await page.waitForTimeout(1200)
  } else await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  return missing
}

async function hasConnection(page: Page, connection: string): Promise<void> {
  await page.locator(`[data-version][data-connection="${connection}"]`).waitFor({ timeout: pageTimeout })
}

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { cellOf, expectLive, statusLine } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// Phones and TVs of 2019: Chrome 76 and Safari 13.1, as `browserslist` of package.json has them.

const server = serverOfFile({ entries: field })
const { parse }: { parse: (code: string, options: object) => unknown } = createRequire(import.meta.url)(
  'next/dist/compiled/acorn/acorn.js',
)

/** Throws a SyntaxError at what is newer. */
function parseAsOld(code: string): void {
  parse(code, { ecmaVersion: 2019, sourceType: 'script' })
}

test('given the build, then each of its scripts parses as ES2019, and so do the scripts within the page', async () => {
  expect(() => parseAsOld('a?.b')).toThrow()
  const folder = join(import.meta.dirname, '../../.next/static')
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(20)
  expect(scripts.flatMap((name) => problemsOf(name, join(folder, name)))).toEqual([])
  const html = await (await fetch(`${server.baseUrl}/live`)).text()
  const inline = Array.from(html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gs), ([, code = '']) => code)
  expect(inline.length).toBeGreaterThan(1)
  for (const code of inline) parseAsOld(code)
})

test('given a browser without the functions of later years, then the page follows live and opens its views', async ({
  page,
}) => {
  await page.addInitScript(removeLaterFunctions)
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  server.data.writeEntries(withChanged(field, 'Joan Zielinski', { runs: ['40.434', '38.888'] }))
  await expect(cellOf(page, 'Joan Zielinski', 'total')).toHaveText('38.888')
  for (const view of ['announcer', 'charts', 'latest', 'mine', 'table', 'pax']) {
    await page.goto(`${server.baseUrl}/live?view=${view}`)
    await expectLive(page)
  }
  await page.getByRole('link', { name: 'Joan Zielinski' }).first().click()
  await expect(page.getByRole('heading', { name: 'Joan Zielinski' })).toBeVisible()
  server.data.writeEntries(field)
})

test.describe('given scripts that do not start', () => {
  test.use({ allowedTrouble: /Failed to load resource|ERR_FAILED/ })

  test('when the page waited for them, then it says so and offers the page that reloads itself', async ({ page }) => {
    await page.route('**/_next/static/**/*.js', (route) => route.abort())
    await page.goto(`${server.baseUrl}/live?view=raw`)
    const sentence = page.getByText('This page does not follow the results in this browser.')
    await expect(sentence).toBeHidden()
    await endAnimations(page)
    await expect(sentence).toBeVisible()
    await page.getByRole('link', { name: 'Open the page that reloads itself' }).click()
    await expect(page).toHaveURL(`${server.baseUrl}/live?view=raw&reload=1`)
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveAttribute('content', '30')
    await expect(page.getByText(/^As of .*This page reloads itself every 30 s\.$/)).toBeVisible()
    await expect(statusLine(page)).toHaveCount(0)
    await endAnimations(page)
    await expect(sentence).toHaveCount(0)
  })

  test('when it is the big screen, then it offers the page that reloads itself', async ({ page }) => {
    await page.route('**/_next/static/**/*.js', (route) => route.abort())
    await page.goto(`${server.baseUrl}/live?kiosk=1`)
    await endAnimations(page)
    const link = page.getByRole('link', { name: 'Open the page that reloads itself' })
    await expect(link).toHaveAttribute('href', '/live?reload=1')
    await expect(link).toBeVisible()
  })
})

test('given scripts that run, then the page does not say that it does not follow', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await expect(page.getByText('does not follow the results')).toHaveCount(0)
})

function problemsOf(name: string, path: string): readonly string[] {
  try {
    parseAsOld(readFileSync(path, 'utf8'))
    return []
  } catch (error) {
    return [`${name}: ${error}`]
  }
}

/** Finishes the wait of the style sheet, which no page clock advances. */
async function endAnimations(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish()
  })
}

/** Runs in the page before its scripts: removes what came after Chrome 76 and Safari 13.1. */
function removeLaterFunctions(): void {
  const later: readonly (readonly [object, readonly string[]])[] = [
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with']],
    [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Promise, ['any', 'withResolvers', 'try']],
    [Set.prototype, ['union', 'difference', 'intersection', 'isSubsetOf']],
    [Object.getPrototypeOf(Object.getPrototypeOf([].values())), ['map', 'filter', 'toArray', 'some', 'find']],
    [Element.prototype, ['replaceChildren', 'checkVisibility', 'getHTML']],
    [URL, ['canParse', 'parse']],
    [AbortSignal, ['timeout', 'any', 'abort']],
    [AbortSignal.prototype, ['throwIfAborted']],
    [HTMLDialogElement.prototype, ['showModal', 'show', 'close']],
    [window, ['BigInt', 'structuredClone', 'WeakRef', 'requestIdleCallback', 'cancelIdleCallback', 'scheduler']],
  ]
  for (const [owner, names] of later) for (const name of names) Reflect.deleteProperty(owner, name)
  // Media queries are no event targets: they have only addListener.
  Object.setPrototypeOf(MediaQueryList.prototype, Object.prototype)
}

import type { Page } from '@playwright/test'
import { type Entry, eventFile, withChanged } from '../../testing/event/timing-file.ts'
import { markup, names } from '../fixtures/awkward-names.ts'
import { cellOf, expectLive, rowKeys, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

// A name may be any text. An error on the console fails these tests.

const entries: readonly Entry[] = names.map((name, index) => ({
  class: index % 2 === 0 ? 'SS' : markup,
  number: `${index}`,
  name,
  car: index % 3 === 0 ? markup : 'Car',
  runs: [`${40 + index}.000`],
}))

// Tall enough for every row to be in the window.
test.use({ viewport: { width: 1280, height: 2400 } })

const server = serverOfFile({ entries, event: eventFile.replace('Test Autocross', `'</title>${markup}'`) })

test('given hostile names, then each is shown as text in its own row', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?view=table&sort=number`)
  await expectLive(page)
  expect(await rowKeys(page)).toEqual(names)
  for (const name of names) await expect(cellOf(page, name, 'driver')).toHaveText(name)
  await expect(cellOf(page, '__proto__', 'car')).toHaveText(markup)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`</title>${markup}`)
  await expectNotHacked(page)
})

test('given hostile names, then overlays and frames of other sites show them as text', async ({ page }) => {
  for (const path of ['/embed?view=raw', '/overlay?show=top&class=SS&top=20', '/overlay?show=top,row&class=%3Cb%3E']) {
    await page.goto(`${server.baseUrl}${path}&driver=${encodeURIComponent(markup)}`)
    await expectLive(page)
    if (path.startsWith('/embed')) expect((await rowKeys(page)).toSorted()).toEqual(names.toSorted())
    await expectNotHacked(page)
  }
  await page.goto(`${server.baseUrl}/overlay?show=row&driver=${encodeURIComponent(markup)}`)
  await expect(page.locator('.overlay-name, .overlay-note').first()).toContainText(markup.slice(0, 20))
})

test('given hostile names, when one entry after the other has a new run, then only its row changes', async ({
  page,
}) => {
  test.slow()
  await page.clock.install()
  await page.goto(`${server.baseUrl}/live?view=table&sort=number`)
  await expectLive(page)
  const touched = await observeRows(page)
  let saved = entries
  for (const [index, name] of names.entries()) {
    // Slower than the run before: no position changes.
    saved = withChanged(saved, name, { runs: [`${40 + index}.000`, `${40 + index}.500`] })
    // The dot of the row before goes once it was seen.
    await page.clock.runFor(2500)
    await expect(page.locator('tbody').getByText('new', { exact: true })).toHaveCount(0)
    await touched()
    server.data.writeEntries(saved)
    await expect(cellOf(page, name, 'run_1_1')).toHaveText(new RegExp(`^${40 + index}\\.000 best`))
    await expect(cellOf(page, name, 'run_1_2')).toHaveText(`${40 + index}.500`)
    expect(await touched()).toEqual([name])
  }
  expect(await rowKeys(page)).toEqual(names)
  await expectNotHacked(page)
})

test('given hostile names, when entries are removed and added again, then no other row is', async ({ page }) => {
  server.data.writeEntries(entries)
  await page.goto(`${server.baseUrl}/live?view=table&sort=number`)
  const removed = new Set(['__proto__', 'constructor', markup, 'דוד בן־גוריון'])
  server.data.writeEntries(entries.filter(({ name }) => !removed.has(name)))
  await expect(rowOf(page, '__proto__')).toHaveCount(0)
  expect(await rowKeys(page)).toEqual(names.filter((name) => !removed.has(name)))
  server.data.writeEntries(entries)
  await expect(rowOf(page, '__proto__')).toBeVisible()
  expect(await rowKeys(page)).toEqual(names)
  await expectNotHacked(page)
})

test('given hostile names, then the class view and the timing desk show them as text', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await expect(page.getByRole('heading', { level: 2 }).nth(1)).toContainText(markup)
  for (const name of names) await expect(cellOf(page, name, 'driver')).toHaveText(name)
  await signIn(page, server.baseUrl)
  await expectLive(page)
  for (const name of names) await expect(rowOf(page, name).getByRole('rowheader')).toHaveText(name)
  await expectNotHacked(page)
})

async function expectNotHacked(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  await expect(page.locator('img')).toHaveCount(0)
}

/** Observes the rows from now on; returns a function that lists those changed since its last call. */
async function observeRows(page: Page): Promise<() => Promise<string[]>> {
  const handle = await page.evaluateHandle(() => {
    const touched = new Set<string>()
    new MutationObserver((mutations) => {
      for (const { target } of mutations) {
        const element = target instanceof Element ? target : target.parentElement
        touched.add(element?.closest('tr')?.dataset.driver ?? `${element?.tagName}`)
      }
    }).observe(document.querySelector('tbody') ?? document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    return touched
  })
  return () =>
    handle.evaluate((touched) => {
      const names = [...touched]
      touched.clear()
      return names
    })
}

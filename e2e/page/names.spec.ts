import type { Page } from '@playwright/test'
import { type Entry, eventFile, withChanged } from '../../testing/event/timing-file.ts'
import { markup, names } from '../fixtures/awkward-names.ts'
import { cellOf, expectLive, rowKeys, rowOf } from '../fixtures/board.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

// People have every name there is, and anybody may write the file. Troubles on the console fail these tests by
// themselves.

const entries: readonly Entry[] = names.map((name, index) => ({
  class: index % 2 === 0 ? 'SS' : markup,
  number: `${index}`,
  name,
  car: index % 3 === 0 ? markup : 'Car',
  runs: [`${40 + index}.000`],
}))

// Tall enough for every row: what is in sight is seen.
test.use({ viewport: { width: 1280, height: 2400 } })

const server = serverOfFile({ entries, event: eventFile.replace('Test Autocross', `'</title>${markup}'`) })

test('given names that are anything but plain, then each is shown as text in a row of its own', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?view=table&sort=number`)
  await expectLive(page)
  expect(await rowKeys(page)).toEqual(names)
  for (const name of names) await expect(cellOf(page, name, 'driver')).toHaveText(name)
  await expect(cellOf(page, '__proto__', 'car')).toHaveText(markup)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`</title>${markup}`)
  await expectNotHacked(page)
})

test('given such names, when one after the other improves, then each time only that row changes', async ({ page }) => {
  test.slow()
  await page.goto(`${server.baseUrl}/live?view=table&sort=number`)
  await expectLive(page)
  const touched = await observeRows(page)
  let saved = entries
  for (const [index, name] of names.entries()) {
    // Slower than the run before: nobody's place changes.
    saved = withChanged(saved, name, { runs: [`${40 + index}.000`, `${40 + index}.500`] })
    // The row before was seen: the dot that says that it is new has gone.
    await expect(page.locator('tbody').getByText('new', { exact: true })).toHaveCount(0)
    await touched()
    server.data.writeEntries(saved)
    const runs = cellOf(page, name, 'runs').getByRole('listitem')
    await expect(runs).toHaveText([new RegExp(`^${40 + index}\\.000 best`), `${40 + index}.500`])
    expect(await touched()).toEqual([name])
  }
  expect(await rowKeys(page)).toEqual(names)
  await expectNotHacked(page)
})

test('given such names, when they leave and come back, then nobody else does', async ({ page }) => {
  server.data.writeEntries(entries)
  await page.goto(`${server.baseUrl}/live?view=table&sort=number`)
  const leaving = new Set(['__proto__', 'constructor', markup, 'דוד בן־גוריון'])
  server.data.writeEntries(entries.filter(({ name }) => !leaving.has(name)))
  await expect(rowOf(page, '__proto__')).toHaveCount(0)
  expect(await rowKeys(page)).toEqual(names.filter((name) => !leaving.has(name)))
  server.data.writeEntries(entries)
  await expect(rowOf(page, '__proto__')).toBeVisible()
  expect(await rowKeys(page)).toEqual(names)
  await expectNotHacked(page)
})

test('given such names, then the class view and the timing desk show them as text too', async ({ page }) => {
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

/** Watches every row's element from now on; returns how to ask which ones changed since it was asked last. */
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

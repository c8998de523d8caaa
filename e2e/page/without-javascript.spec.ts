import { field, withChanged } from '../../testing/event/timing-file.ts'
import { connectBare } from '../fixtures/bare-client.ts'
import { cellOf, heading, rowKeys, rowOf, statusLine, versionShown } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

test.use({ javaScriptEnabled: false })

const server = serverOfFile()

test('given no JavaScript, then the page has the whole list as tables, with positions, times, gaps and runs', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live`)
  await expect(page.getByRole('heading', { level: 2 })).toContainText(['SS', 'STR', 'SM'])
  const table = page.getByRole('table', { name: 'Class SS Super Street' })
  const rows = table.getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1).getByRole('cell')).toHaveText(
    ['1T', '4', 'Corvette', '1', '40.341', '', /^40\.434.*40\.341 bestPAX, fastest indexed time of the day$/].map(
      whole,
    ),
  )
  await expect(rows.nth(2).getByRole('cell')).toHaveText(
    ['2', '88', 'Cayman', '1', '40.516', '+0.175', /^41\.266\+1.*40\.516 best$/].map(whole),
  )
  await expect(rows.nth(1).getByRole('rowheader')).toHaveText('Joan Zielinski')
  expect(new Set(await rowKeys(page))).toEqual(new Set(field.map(({ name }) => name)))
  // Two cones on 39.100 are 43.100: the first run counts.
  await expect(cellOf(page, 'Åsa Lindqvist', 'total')).toHaveText('39.900')
  await expect(cellOf(page, 'Nobody Ranyet', 'total')).toHaveText('no time')
  await expect(cellOf(page, 'Nobody Ranyet', 'position')).toHaveText('')
  await expect(page.locator('noscript p')).toBeVisible()
  await expect(statusLine(page)).toBeHidden()
})

test('given no JavaScript, when the list changes, then a reload shows the new version', async ({ page }) => {
  const client = connectBare(server.baseUrl)
  await expect.poll(client.version).toBeGreaterThan(0)
  await page.goto(`${server.baseUrl}/live`)
  expect(await versionShown(page)).toBe(client.version())

  server.data.writeEntries(withChanged(field, 'Joan Zielinski', { runs: ['40.434', '40.341', '38.888'] }))
  await expect.poll(() => client.messages().at(-1)?.action).toBe('update_drivers')
  await page.reload()
  expect(await versionShown(page)).toBe(client.version())
  await expect(cellOf(page, 'Joan Zielinski', 'total')).toHaveText('38.888')
  server.data.writeEntries(field)
  await expect.poll(() => client.messages()).toHaveLength(3)
  client.socket.disconnect()
})

test('given no JavaScript, when the link of a heading is followed twice, then the table is sorted by it, then reversed', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live`)
  await page.getByRole('link', { name: 'Table' }).click()
  await expect(page).toHaveURL(`${server.baseUrl}/live?view=table`)
  await heading(page, 'Number').getByRole('link').click()
  await expect(page).toHaveURL(`${server.baseUrl}/live?view=table&sort=number`)
  await expect(heading(page, 'Number')).toHaveAttribute('aria-sort', 'ascending')
  const ascending = await rowKeys(page)
  expect(ascending.slice(0, 4)).toEqual(['Joan Zielinski', 'Åsa Lindqvist', 'Ian O’Malley', 'Sylvia Existentialista'])
  expect(ascending.at(-1)).toBe('Nobody Ranyet')

  await heading(page, 'Number').getByRole('link').click()
  await expect(heading(page, 'Number')).toHaveAttribute('aria-sort', 'descending')
  expect(await rowKeys(page)).toEqual([...ascending.slice(0, -1).reverse(), 'Nobody Ranyet'])
})

test('given no JavaScript, when the search form is sent, then the results keep view and order', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?view=table&sort=-driver`)
  await page.getByRole('searchbox').fill("o'malley")
  await page.getByRole('searchbox').press('Enter')
  await expect(rowOf(page, 'Ian O’Malley')).toBeVisible()
  expect(await rowKeys(page)).toEqual(['Ian O’Malley'])
  await expect(page.getByRole('status').filter({ hasText: 'of' })).toHaveText(`1 of ${field.length}`)
  const { searchParams } = new URL(page.url())
  expect(Object.fromEntries(searchParams)).toEqual({ view: 'table', class: '', sort: '-driver', q: "o'malley" })
})

/** Matches the whole text of a cell, not a part of it. */
function whole(text: string | RegExp): RegExp {
  return text instanceof RegExp ? text : new RegExp(`^${text.replace(/[+.]/g, '\\$&')}$`)
}

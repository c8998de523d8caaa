import { field, template, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive, heading, rowKeys, statusLine } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile()

// The browser reports unknown pages and a stopped server on the console.
test.use({ allowedTrouble: /status of 404 .*\/nowhere|WebSocket connection to .* failed|net::ERR_/ })

const pages: readonly (readonly [string, string])[] = [
  ['the results by class', '/live'],
  ['a sorted class', '/live?sort=-number,driver'],
  ['the table of all', '/live?view=table&sort=class'],
  ['a search', '/live?q=str'],
  ['the ranking by indexed time', '/live?view=pax'],
  ['the ranking by time', '/live?view=raw&class=SS'],
  ['Mine without a followed driver', '/live?view=mine'],
  ['Latest without runs', '/live?view=latest'],
  ['a driver’s sheet', '/live?driver=Joan%20Zielinski'],
  ['a search without results', '/live?view=table&q=zzz'],
  ['the sign-in page', '/admin/sign-in'],
  ['a wrong password', '/admin/sign-in?problem=wrong_password'],
  ['too many tries', '/admin/sign-in?problem=too_many_tries&seconds=42'],
  ['an unknown page', '/nowhere'],
]

for (const [what, address] of pages) {
  test(`given ${what}, then it has no breach of WCAG 2.2 AA, wide and narrow, light and dark`, async ({ page }) => {
    await page.goto(`${server.baseUrl}${address}`)
    if (address.startsWith('/live')) await expectLive(page)
    await expectAccessible(page)
  })
}

test('given the timing desk, then it has no breach of WCAG 2.2 AA', async ({ page }) => {
  await signIn(page, server.baseUrl)
  await expectLive(page)
  await expectAccessible(page)
})

test('given a desk with warnings, an error and a held list, then it has no breach of WCAG 2.2 AA', async ({ page }) => {
  await signIn(page, server.baseUrl)
  server.data.writeEntries(withChanged(field, 'Wilford Amador', { number: '4', runs: ['4.1'] }))
  await expect(page.getByRole('group')).toBeVisible()
  server.data.writeEntries([])
  await expect(page.getByRole('region', { name: 'Held list' })).toBeVisible()
  await expectAccessible(page)
  server.data.writeFile('drivers.jsonl.njk', `${template}{% if`)
  await expect(page.getByRole('alert').filter({ has: page.getByRole('heading') })).toBeVisible()
  await expectAccessible(page)
  server.writeFiles()
})

test('given a focused heading, when Enter is pressed, then the table is sorted and the heading keeps the focus', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?view=table`)
  await expectLive(page)
  await page.getByRole('searchbox').focus()
  const link = heading(page, 'Number').getByRole('link')
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab')
    if (await link.evaluate((element) => element === document.activeElement)) break
  }
  await expect(link).toBeFocused()
  expect(await link.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Number')).toHaveAttribute('aria-sort', 'ascending')
  expect((await rowKeys(page))[0]).toBe('Joan Zielinski')
  await expect(link).toBeFocused()
})

test('given a phone, when rows look like lines of text, then screen readers still find a table', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${server.baseUrl}/live?view=table`)
  await expectLive(page)
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => `${role?.value}`)
  const count = (wanted: string) => roles.filter((role) => role === wanted).length
  expect(count('table')).toBe(1)
  expect(count('row')).toBe(field.length + 1)
  expect(count('rowheader')).toBe(field.length)
  expect(count('columnheader')).toBeGreaterThan(8)
  expect(count('cell')).toBeGreaterThan(field.length * 4)
})

test('given an unusable timing file, then a stopped server, then the page has no breach of WCAG 2.2 AA', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  server.data.writeFile('live.csv', '')
  await expect(statusLine(page)).toContainText('not updating')
  await expectAccessible(page)
  await server.stop()
  await expect(statusLine(page)).toContainText('offline')
  await expectAccessible(page)
})

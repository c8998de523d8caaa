import type { Page } from '@playwright/test'
import { type Entry, field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

// What is closed at first is checked open: a closed part has no breach, whatever is in it.

const many: readonly Entry[] = Array.from({ length: 60 }, (_, index) => ({
  ...{ class: 'STR', number: `${200 + index}`, name: `Driver ${index + 1}` },
  runs: [`${50 + index}.000`],
}))
const entries = [...field, ...many]
// Longer than axe takes: the list is still held when all sizes and colours were seen.
const server = serverOfFile({ entries, environment: { GUARD_SECONDS: '600' } })

test('given open charts with their tables open, then they have no breach of WCAG 2.2 AA, light and dark', async ({
  page,
}) => {
  await open(page, '?view=charts&class=SS')
  server.data.writeEntries(withChanged(entries, 'Wilford Amador', { runs: ['41.266+1', '40.516', '40.000'] }))
  await expect(page.locator('canvas')).toHaveCount(2)
  // That of the course is open at first.
  await page.getByText('As a table').last().click()
  await expect(page.getByRole('table')).toHaveCount(2)
  await expectAccessible(page)
})

test('given the open column chooser, then it has no breach of WCAG 2.2 AA, light and dark', async ({ page }) => {
  await open(page, '?view=table')
  await page.getByText(/^Columns/).click()
  await page.getByRole('checkbox', { name: 'Car' }).uncheck()
  await expectAccessible(page)
  await expect(page.getByRole('checkbox', { name: 'Car' })).toBeVisible()
})

test('given the open menu with its legend open, then it has no breach of WCAG 2.2 AA, light and dark', async ({
  page,
}) => {
  await open(page, '')
  await page.getByLabel('More').click()
  await page.getByRole('button', { name: 'What the marks mean' }).click()
  await expect(page.getByText('has a trophy as it stands')).toBeVisible()
  await expectAccessible(page)
  await expect(page.getByText('has a trophy as it stands')).toBeVisible()
})

test('given a held list, when its release is previewed, then the desk has no breach of WCAG 2.2 AA, light and dark', async ({
  page,
}) => {
  await signIn(page, server.baseUrl)
  server.data.writeEntries(field)
  await page.getByText('Release …').click()
  await expect(page.getByRole('list', { name: 'Names' }).getByRole('listitem')).toHaveCount(many.length)
  await expectAccessible(page)
  await expect(page.getByRole('button', { name: 'Release: publish it now' })).toBeVisible()
  server.data.writeEntries(entries)
})

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${server.baseUrl}/live${query}`)
  await expectLive(page)
}

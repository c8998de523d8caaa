import type { Page } from '@playwright/test'
import { field, withChanged, without } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive } from '../fixtures/board.ts'
import { phone } from '../fixtures/phone.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { followBefore, followed } from '../fixtures/stars.ts'
import { expect, test } from '../fixtures/test.ts'

// Links that follow drivers, and the followed drivers in Mine.

test.use(phone)

const server = serverOfFile()
const link = '/live?view=mine&follow=Wilford+Amador&follow=Ian+O%E2%80%99Malley&follow=Nobody+Known'

test.beforeEach(() => server.data.writeEntries(field))

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('given a link that follows drivers, then Mine shows them, names those not entered, and has a link without them', async ({
      page,
    }) => {
      const response = await page.goto(`${server.baseUrl}${link}`)
      expect(await response?.text()).toContain('Wilford Amador</bdi>')
      if (javaScriptEnabled) await expectLive(page)
      await expect(page.locator('li[data-driver]')).toHaveCount(2)
      await expect(page.locator('li[data-driver="Wilford Amador"]')).toContainText('needs 40.340 for 1st')
      await expect(notice(page)).toContainText('This link follows 3 drivers; 1 of them is not entered.')
      await expect(page.locator('li[data-missing]')).toContainText('Nobody Known')
      await expect(notice(page).getByRole('button')).toHaveCount(javaScriptEnabled ? 1 : 0)
      await notice(page).getByRole('link', { name: 'Not now' }).tap()
      await expect(page).toHaveURL(`${server.baseUrl}/live?view=mine`)
      await expect(notice(page)).toHaveCount(0)
      await expect(page.getByText('You follow nobody yet')).toBeVisible()
    })
  })
}

test('given a link that follows drivers, when they are followed here too, then the browser stores them and the address drops them', async ({
  page,
}) => {
  await followBefore(page, ['Felipe González'])
  await page.goto(`${server.baseUrl}${link}`)
  await expectLive(page)
  await expect(page.locator('li[data-driver]')).toHaveCount(3)
  await expectAccessible(page)
  await page.setViewportSize(phone.viewport)
  const answer = notice(page).getByRole('button', { name: 'Follow them here too' })
  expect((await answer.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await answer.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${server.baseUrl}/live?view=mine`)
  await expect(notice(page)).toHaveCount(0)
  await expect(page.getByRole('group', { name: 'Notices' })).toBeFocused()
  expect(await followed(page)).toEqual(['Felipe González', 'Wilford Amador', 'Ian O’Malley', 'Nobody Known'])
  await page.reload()
  await expect(page.locator('li[data-driver]')).toHaveCount(3)

  await page.goto(`${server.baseUrl}/live?view=mine&follow=Wilford+Amador`)
  await expect(notice(page)).toContainText('You follow all of them here.')
  await notice(page).getByRole('link', { name: 'Got it' }).tap()
  await expect(page).toHaveURL(`${server.baseUrl}/live?view=mine`)
})

test('given Mine, when a driver is unfollowed, then the list does not move, it can be undone, and the address drops the driver', async ({
  page,
}) => {
  await followBefore(page, ['Felipe González'])
  await page.goto(`${server.baseUrl}/live?view=mine&follow=Wilford+Amador`)
  await expectLive(page)
  const own = page.locator('li[data-driver="Felipe González"]')
  await own.getByRole('button', { name: 'Unfollow' }).tap()
  await expect(own.getByRole('button', { name: 'Follow again' })).toBeFocused()
  expect(await followed(page)).toEqual([])
  await own.getByRole('button', { name: 'Follow again' }).tap()
  expect(await followed(page)).toEqual(['Felipe González'])
  await page.locator('li[data-driver="Wilford Amador"]').getByRole('button', { name: 'Unfollow' }).tap()
  await expect(page).toHaveURL(`${server.baseUrl}/live?view=mine`)
  await expect(page.locator('li[data-driver]')).toHaveCount(2)
  await page.getByRole('link', { name: 'Raw' }).tap()
  await page.getByRole('link', { name: 'Mine' }).tap()
  await expect(page.locator('li[data-driver]')).toHaveCount(1)
})

test('given followed drivers that are removed from the list, then Mine keeps them, offers a likely new name, and can remove them', async ({
  page,
}) => {
  await followBefore(page, ['Felipe González', 'Wilford Amador'])
  await page.goto(`${server.baseUrl}/live?view=mine`)
  await expectLive(page)
  await expect(page.locator('li[data-driver]')).toHaveCount(2)
  server.data.writeEntries(withChanged(without(field, 'Wilford Amador'), 'Felipe González', { name: 'Phil Gonzales' }))
  const felipe = page.locator('li[data-missing="Felipe González"]')
  await expect(felipe).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Nobody whom you follow is in this list.')).toBeVisible()
  await page.reload()
  await expectLive(page)
  await felipe.getByRole('button', { name: 'Follow Phil Gonzales STR #Runoff4 instead' }).tap()
  await page.locator('li[data-missing="Wilford Amador"]').getByRole('button', { name: 'Remove' }).tap()
  await expect(page.locator('li[data-missing]')).toHaveCount(0)
  expect(await followed(page)).toEqual(['Phil Gonzales'])
  await expect(page.locator('li[data-driver="Phil Gonzales"]')).toBeVisible()
})

test.describe('sharing', () => {
  test('given a phone that shares, when the link is shared or the sheet cancelled, then only the first is confirmed', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const shared: unknown[] = []
      Object.assign(window, { paddockShared: shared })
      const share = async (what: unknown) => {
        shared.push(what)
        if (shared.length > 1) throw new DOMException('', 'AbortError')
      }
      Object.defineProperty(navigator, 'share', { value: share })
    })
    await openMine(page)
    await page.getByRole('button', { name: 'Share whom I follow' }).tap()
    await expect(page.getByText('Shared: a link with 2 drivers')).toBeVisible()
    expect(await page.evaluate(() => (window as unknown as { paddockShared: unknown }).paddockShared)).toEqual([
      {
        title: 'Test Autocross',
        url: `${server.baseUrl}/live?view=mine&follow=Felipe+Gonz%C3%A1lez&follow=Wilford+Amador`,
      },
    ])
    await page.getByRole('button', { name: 'Share whom I follow' }).tap()
    await expect(page.getByText('Shared: a link with 2 drivers')).toHaveCount(0)
  })

  test('given a browser with a clipboard, when the link is copied, then it follows the same drivers elsewhere', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await withoutShare(page)
    await openMine(page)
    await page.getByLabel('More').tap()
    await page.locator('details').getByRole('button', { name: 'Share whom I follow' }).tap()
    await expect(page.getByText('Copied: a link with 2 drivers')).toBeVisible()
    const address = await page.evaluate(() => navigator.clipboard.readText())
    await page.evaluate(() => localStorage.clear())
    await page.goto(address)
    await expect(page.locator('li[data-driver]')).toHaveCount(2)
  })

  test('given a browser that neither shares nor copies, then the link is shown for selection', async ({ page }) => {
    await withoutShare(page)
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await openMine(page)
    await page.getByRole('button', { name: 'Share whom I follow' }).tap()
    const shown = page.getByRole('textbox', { name: 'Link to whom you follow' })
    await shown.focus()
    await expect(shown).toHaveValue(/\/live\?view=mine&follow=Felipe\+Gonz%C3%A1lez&follow=Wilford\+Amador$/)
    expect(await shown.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(
      (await shown.inputValue()).length,
    )
    await expectAccessible(page)
  })
})

async function withoutShare(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }))
}

async function openMine(page: Page): Promise<void> {
  await followBefore(page, ['Felipe González', 'Wilford Amador'])
  await page.goto(`${server.baseUrl}/live?view=mine`)
  await expectLive(page)
  await expect(page.locator('li[data-driver]')).toHaveCount(2)
}

function notice(page: Page) {
  return page.getByRole('complementary', { name: 'A link that follows drivers' })
}

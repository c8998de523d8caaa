import { devices } from '@playwright/test'
import { field, withChanged } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// A driver's sheet, on a phone. Its positions and required times are in views.spec.ts.
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use(phone)

const server = serverOfFile()
const wilford = '/live?driver=Wilford%20Amador'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('given a sheet, then each run has its indexed time and differences to the others, and neighbours have links and gaps in seconds of the own car', async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}${wilford}`)
      const runs = page.getByRole('dialog').getByRole('table').first()
      await expect(runs.getByRole('columnheader', { name: 'PAX ×0.832' })).toBeVisible()
      const [, first, second] = await runs.getByRole('row').all()
      await expect(first?.getByRole('cell') ?? runs).toHaveText(['41.266', '1 cone', '43.266', '35.997', '', '+2.750'])
      await expect(second?.getByRole('cell') ?? runs).toHaveText([
        '40.516',
        'clean',
        'best 40.516',
        '33.709',
        '−2.750',
        '',
      ])

      const next = page.getByRole('dialog').getByRole('table').nth(1).getByRole('row')
      await expect(next).toHaveText([
        /^In/,
        'Class 1stJoan Zielinski ahead+0.175',
        'Class 3rdPerry Usedtobe behind−3.384',
        'PAX 1stJoan Zielinski ahead+0.175',
        // 0.282 of indexed time are 0.339 in a car whose index is 0.832.
        'PAX 3rdIan O’Malley behind−0.339',
        'Raw 2ndJoan Zielinski ahead+0.175',
        'Raw 4thIan O’Malley behind−0.537',
      ])
      await next.nth(2).getByRole('link').click()
      await expect(page.getByRole('dialog', { name: 'Perry Usedtobe' })).toBeVisible()
    })

    test('given a sheet, when a rival is chosen, then it compares run by run, and the address names the rival', async ({
      page,
    }) => {
      await page.goto(`${server.baseUrl}${wilford}`)
      const sheet = page.getByRole('dialog')
      if (javaScriptEnabled) await expectLive(page)
      await sheet.getByLabel('against').selectOption('Joan Zielinski')
      if (!javaScriptEnabled) await sheet.getByRole('button', { name: 'Compare' }).click()
      await expect.poll(() => new URL(page.url()).searchParams.get('rival')).toBe('Joan Zielinski')
      const duel = sheet.getByRole('table', { name: 'Head to head with Joan Zielinski' })
      await expect(duel).toContainText('0 : 2 runs faster')
      await expect(duel.getByRole('row').nth(1)).toHaveText('143.26640.434+2.832')
      await expect(duel.getByRole('row').nth(2)).toHaveText('240.51640.341+0.175')
      await page.reload()
      await expect(duel).toContainText('0 : 2')
      await expect(sheet.getByLabel('against')).toHaveValue('Joan Zielinski')
    })
  })
}

test('given a followed rival of another class, then the runs are compared by indexed time', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('paddock.stars', JSON.stringify(['Ian O’Malley'])))
  await page.goto(`${server.baseUrl}${wilford}`)
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('against').selectOption('Ian O’Malley')
  await expect(sheet.getByRole('table', { name: 'Head to head' })).toContainText('1 : 1 runs faster, on indexed time')
})

test('given a scrolled page, when a sheet is opened and closed, then focus and scroll position are restored', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 400 })
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  const link = rowOf(page, 'Ian O’Malley').getByRole('link')
  await link.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(0)
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => page.getByRole('link', { name: 'Close' }).tap(),
    () => page.goBack(),
  ]) {
    await link.focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog')
    await expect(sheet).toBeVisible()
    // The sheet itself has the focus, without a ring around its first button, which Tab reaches.
    await expect(sheet).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(sheet.getByRole('button', { name: 'Follow' })).toBeFocused()
    const box = await sheet.boundingBox()
    expect([box?.x, box?.y, box?.width, box?.height]).toEqual([0, 0, 390, 400])
    await page.mouse.wheel(0, 2000)
    await close()
    await expect(sheet).toBeHidden()
    await expect(page).toHaveURL(/\/live$/)
    await expect(link).toBeFocused()
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
  }
})

test('given a closed sheet, when back is used, then the page before the results is shown', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live?view=raw`)
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await page.getByRole('link', { name: 'Ian O’Malley' }).tap()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/live$/)
  await page.goBack()
  await expect(page).toHaveURL(/view=raw$/)
})

test('given a wide screen, when the area beside the sheet is tapped, then the sheet closes', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${server.baseUrl}${wilford}`)
  await expectLive(page)
  await page.getByRole('heading', { name: 'What it takes' }).tap()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.touchscreen.tap(20, 450)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page).toHaveURL(/\/live$/)
})

test('given a browser that cannot share, when a sheet is shared, then its address is copied, or shown without a clipboard', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'share', { value: undefined }))
  await page.goto(`${server.baseUrl}${wilford}`)
  await expectLive(page)
  await page.getByRole('button', { name: 'Share' }).tap()
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.baseUrl}${wilford}`)
  // As over plain http.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.getByRole('button', { name: 'Share' }).tap()
  await expect(page.getByRole('status').filter({ hasText: wilford })).toBeVisible()
})

test('given a corrected run, then sheet and row show the former time', async ({ page }) => {
  await page.goto(`${server.baseUrl}${wilford}`)
  await expectLive(page)
  server.data.writeEntries(withChanged(field, 'Wilford Amador', { runs: ['41.266', '40.516'] }))
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('+1 cone → clean · best stays 40.516, 2nd')
  const words = /corrected at \d\d:\d\d, was 41\.266\+1/
  await expect(sheet.locator('[data-mark="corrected"]')).toContainText(words)
  await page.getByRole('link', { name: 'Close' }).tap()
  await expect(rowOf(page, 'Wilford Amador').locator('[data-mark="corrected"]')).toContainText(words)
  server.data.writeEntries(field)
})

test('given a large class, then the sheet lists the nearest five positions ahead, and all of them on demand', async ({
  page,
}) => {
  const many = Array.from({ length: 9 }, (_, index) => {
    return { class: 'SS', number: `${200 + index}`, name: `Rival ${index}`, runs: [`4${index}.000`] }
  })
  server.data.writeEntries([...field, ...many])
  await page.goto(`${server.baseUrl}/live?driver=Rival%208`)
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('Rival 7')
  const ahead = sheet.getByRole('list').first().getByRole('listitem')
  await expect(ahead).toHaveCount(5)
  await expect(ahead.first()).toContainText('46.999 or faster, clean (1.001 better), to pass Rival 7')
  await sheet.getByText(/^All \d+ places ahead$/).tap()
  await expect(sheet.getByText('1st 39.999 or faster')).toBeVisible()
  server.data.writeEntries(field)
})

test('given a sheet with a rival, then it has no breach of WCAG 2.2 AA', async ({ page }) => {
  await page.goto(`${server.baseUrl}${wilford}&rival=Joan%20Zielinski`)
  await expectLive(page)
  await expectAccessible(page)
})

import type { Browser, Page } from '@playwright/test'
import { connectBare } from '../fixtures/bare-client.ts'
import { expectLive, rowKeys } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile()

test.beforeEach(({ page }) => signIn(page, server.baseUrl))

const panel = (page: Page) => page.getByRole('region', { name: 'Pages and screens' })
const message = (page: Page) => page.locator('[data-message]')

async function say(desk: Page, text: string): Promise<void> {
  await panel(desk).getByLabel('New message').fill(text)
  await panel(desk).getByRole('button', { name: /^Say/ }).click()
  await expect(panel(desk).locator('b').first()).toHaveText(text)
}

/** A spectator's page in a browser of its own. */
async function spectator(browser: Browser, options: object = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 400 }, ...options })
  await page.goto(`${server.baseUrl}/live`)
  return page
}

/** Where each row is in the window. */
const tops = (page: Page) =>
  page
    .locator('tbody tr[data-driver]')
    .evaluateAll((rows) => rows.map((row) => `${row.getAttribute('data-driver')} ${row.getBoundingClientRect().top}`))

test('given open pages, when the desk says something, then they show and announce it over the list, and no row moves', async ({
  page,
  browser,
}) => {
  const [top, scrolled] = [await spectator(browser), await spectator(browser)]
  for (const one of [top, scrolled]) await expectLive(one)
  await scrolled.mouse.wheel(0, 300)
  await expect.poll(() => scrolled.evaluate(() => window.scrollY)).toBe(300)
  const before = [await tops(top), await tops(scrolled)]
  await say(page, 'Heat 3 in 20 min')
  for (const one of [top, scrolled]) {
    const status = one.getByRole('status').filter({ has: message(one) })
    await expect(status).toHaveText(/^\d\d:\d\d Heat 3 in 20 minDismiss$/)
    await expect(message(one)).toBeInViewport()
  }
  expect([await tops(top), await tops(scrolled)]).toEqual(before)

  await panel(page).getByRole('button', { name: 'Withdraw' }).click()
  for (const one of [top, scrolled]) await expect(message(one)).toHaveCount(0)
  expect([await tops(top), await tops(scrolled)]).toEqual(before)
  for (const one of [top, scrolled]) await one.context().close()
})

test('given a message, then a late page has it above the list, and a withdrawal crosses it out in its place', async ({
  page,
  browser,
}) => {
  await say(page, 'Results are provisional')
  const late = await spectator(browser)
  await expectLive(late)
  await expect(message(late)).toHaveText(/^\d\d:\d\d Results are provisionalDismiss$/)
  const [box, row] = [await message(late).boundingBox(), await late.locator('tbody tr').first().boundingBox()]
  expect(box && row && box.y + box.height <= row.y).toBe(true)
  const before = await tops(late)
  await panel(page).getByRole('button', { name: 'Withdraw' }).click()
  await expect(message(late).locator('s')).toHaveText('Results are provisional')
  expect(await tops(late)).toEqual(before)
  await late.reload()
  await expect(message(late)).toHaveCount(0)
  await late.context().close()
})

test('given a message that a reader dismissed, then it stays away in that browser until the desk says another one', async ({
  page,
  browser,
}) => {
  await say(page, 'Lunch until 13:00')
  const reader = await spectator(browser)
  await expectLive(reader)
  await reader.getByRole('button', { name: 'Dismiss' }).click()
  await expect(message(reader)).toHaveCount(0)
  // Before any script of the page runs, too.
  await reader.route('**/*.js', (route) => route.abort())
  await reader.reload({ waitUntil: 'commit' })
  await expect(message(reader)).toHaveCount(1)
  await expect(message(reader)).toBeHidden()
  await reader.unroute('**/*.js')
  await reader.reload()
  await expectLive(reader)
  await expect(message(reader)).toHaveCount(0)

  await say(page, 'Lunch until 13:30')
  await expect(message(reader)).toContainText('Lunch until 13:30')
  await reader.reload()
  await expect(message(reader)).toContainText('Lunch until 13:30')
  await expect(message(reader)).toBeVisible()
  await reader.context().close()
})

test('given a message of markup and of right-to-left text, then pages and the desk show it as text', async ({
  page,
  browser,
}) => {
  const text = '<img src=x onerror="document.title=1">&amp; </script> \u202eהפסקה'
  await say(page, text)
  for (const javaScriptEnabled of [true, false]) {
    const late = await spectator(browser, { javaScriptEnabled })
    await expect(message(late).locator('bdi')).toHaveText(text)
    await expect(message(late).locator('img')).toHaveCount(0)
    await expect(message(late)).toBeVisible()
    expect(await late.title()).not.toBe('1')
    expect((await rowKeys(late)).length).toBeGreaterThan(3)
    await late.context().close()
  }
})

test('given a named screen, when the desk steers it, then every client gets its scene, and so it stays after a restart', async ({
  page,
}) => {
  const client = connectBare(server.baseUrl)
  await expect.poll(client.version).toBeGreaterThan(0)
  const scenes = () => {
    const said = client.received.findLast(({ action }) => action === 'desk')?.payload
    return (said as { data: { screens: unknown } } | undefined)?.data.screens
  }
  await panel(page).getByLabel('Name of a screen').fill('Tent')
  await panel(page).getByRole('button', { name: 'Add a screen' }).click()
  const screen = panel(page).getByRole('listitem')
  await expect(screen).toContainText('Tent shows all classes in turn')
  await expect(screen.getByRole('link', { name: 'Open' })).toHaveAttribute('href', '/live?kiosk=1&screen=Tent')
  await expect.poll(scenes).toEqual([{ name: 'Tent', scene: { kind: 'auto' } }])

  await screen.getByLabel('Class for Tent').selectOption('STR')
  await screen.getByRole('button', { name: 'This class' }).click()
  await expect(screen).toContainText('Tent shows class STR')
  await screen.getByRole('button', { name: 'Its podium' }).click()
  for (const place of ['3rd', '2nd', '1st']) await screen.getByRole('button', { name: `Show ${place}` }).click()
  await expect(screen).toContainText('Tent shows the podium of STR: 3rd, 2nd and 1st')
  await screen.getByRole('button', { name: 'Back' }).click()
  await expect(screen).toContainText('Tent shows the podium of STR: 3rd and 2nd')
  const shown = [{ name: 'Tent', scene: { kind: 'podium', class: 'STR', shown: 2 } }]
  await expect.poll(scenes).toEqual(shown)
  client.socket.disconnect()

  // An open desk would complain on its console while the server is away.
  await page.goto('about:blank')
  await server.restart()
  const late = connectBare(server.baseUrl)
  await expect.poll(() => late.actions()[0]).toBe('desk')
  expect(late.received[0]?.payload).toMatchObject({ data: { screens: shown } })
  late.socket.disconnect()
  await page.goto(`${server.baseUrl}/admin`)
  await expect(screen).toContainText('Tent shows the podium of STR: 3rd and 2nd')
  await screen.getByRole('button', { name: 'Remove Tent' }).click()
  await expect(screen).toHaveCount(0)
  expect(server.process.stdout()).toContain('screen \\"Tent\\" is removed')
})

test('given wrong input, then the desk says what is wrong, keeps what was typed, and changes nothing', async ({
  page,
}) => {
  await say(page, 'Rain')
  const field = panel(page).getByLabel('New message')
  await field.evaluate((input) => {
    ;(input as HTMLInputElement).maxLength = 1000
  })
  await field.fill('x'.repeat(201))
  await panel(page).getByRole('button', { name: 'Say this instead' }).click()
  await expect(panel(page).getByRole('alert')).toContainText('longer than 200 characters')
  await expect(field).toHaveValue('x'.repeat(201))
  await expect(panel(page).locator('b').first()).toHaveText('Rain')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('given no JavaScript, then the forms of the desk work', async ({ page }) => {
    await say(page, 'Awards at 16:30')
    await panel(page).getByRole('button', { name: 'Withdraw' }).click()
    await expect(panel(page)).toContainText('No message is shown.')
  })
})

test('given a form from another origin or from nobody who is signed in, then nothing changes', async ({ page }) => {
  const form = { change: 'say', text: 'Nobody said this' }
  const path = `${server.baseUrl}/api/admin/desk`
  const foreign = await page.request.post(path, { form, headers: { Origin: 'http://elsewhere.example' } })
  expect(foreign.status()).toBe(403)
  const anonymous = await fetch(path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
  expect([anonymous.status, anonymous.headers.get('location')]).toEqual([303, '/admin/sign-in'])
  expect(await (await fetch(`${server.baseUrl}/live`)).text()).not.toContain('Nobody said this')
})

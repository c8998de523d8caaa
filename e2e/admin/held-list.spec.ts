import type { Page } from '@playwright/test'
import { type Entry, field } from '../../testing/event/timing-file.ts'
import { board, expectLive, rowKeys, statusLine } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile({ environment: { GUARD_SECONDS: '3' } })

const large: readonly Entry[] = Array.from({ length: 20 }, (_, index) => ({
  ...{ class: 'SS', number: `${index + 1}`, name: `Driver ${index + 1}` },
  runs: [`${40 + index}.123`],
}))

test('given a list without entries, then it is held until Release is pressed, and requests of others cannot release it', async ({
  page,
  browser,
}) => {
  const spectator = await browser.newPage()
  await spectator.goto(`${server.baseUrl}/live?view=table`)
  await expectLive(spectator)
  await signIn(page, server.baseUrl)
  server.data.writeEntries([])
  await expect(held(page)).toContainText('The files have no drivers any more.')
  await expect(held(page)).toContainText(`Shown: ${field.length} drivers. In the files: 0.`)
  await expect(statusLine(spectator)).toContainText('not updating')

  const address = `${server.baseUrl}/api/admin/release`
  const form = { held: await heldId(page) }
  const stranger = await fetch(address, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
  expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/admin/sign-in'])
  for (const origin of ['https://elsewhere.example', 'null', 'http://127.0.0.1:1']) {
    const options = { headers: { Origin: origin }, form, maxRedirects: 0 }
    expect((await page.context().request.post(address, options)).status()).toBe(403)
  }
  expect((await page.context().request.get(address, { maxRedirects: 0 })).status()).toBe(405)
  await expect(held(page)).toBeVisible()
  expect(await rowKeys(spectator)).toHaveLength(field.length)

  await release(page)
  await expect(spectator.getByRole('heading', { name: 'No drivers yet' })).toBeVisible()
  await expect(statusLine(spectator)).toHaveText('live')
  await expect(page).toHaveURL(`${server.baseUrl}/admin`)
  await expect(held(page)).toHaveCount(0)
  await expect(page.getByText('0 of 0')).toBeVisible()
  await spectator.context().close()
})

test('given a held list, when the old one is kept, then spectators are live with it until the file changes', async ({
  page,
  browser,
}) => {
  const spectator = await browser.newPage()
  await openDesk(page, large)
  await spectator.goto(`${server.baseUrl}/live`)
  server.data.writeEntries([])
  await expect(statusLine(spectator)).toContainText('new results are being checked for')
  await page.getByText('Release …').click()
  await expect(held(page)).toContainText('20 of 20 drivers would be gone:')
  await expect(held(page).getByRole('listitem')).toHaveText(large.map(({ name }) => name))
  await page.getByRole('button', { name: 'Keep the old list' }).click()
  await expect(held(page)).toContainText('You keep the old list')
  await expect(statusLine(spectator)).toHaveText('live')
  await expect(page.getByRole('button', { name: 'Keep the old list' })).toHaveCount(0)
  server.data.writeEntries([])
  await expect(page.getByRole('button', { name: 'Keep the old list' })).toBeVisible()
  server.data.writeEntries(large)
  await expect(held(page)).toHaveCount(0)
  expect(await rowKeys(spectator)).toHaveLength(large.length)
  await spectator.context().close()
})

test('given a list that lost many entries, when they are back in time, then the loss was never published', async ({
  page,
}) => {
  await openDesk(page, large)
  const version = await board(page).getAttribute('data-version')
  server.data.writeEntries(large.slice(0, 8))
  await expect(held(page)).toContainText('The files lost many drivers at once')
  await expect(held(page)).toContainText('Gone: Driver 9, Driver 10')
  await expect(held(page)).toContainText(/Published in \d s if the files still say so/)
  server.data.writeEntries(large)
  await expect(held(page)).toHaveCount(0)
  await expect(board(page)).toHaveAttribute('data-version', version ?? '')
})

test('given a list that lost many entries, when the files are unchanged for GUARD_SECONDS, then the loss is published', async ({
  page,
}) => {
  await openDesk(page, large)
  const savedAt = Date.now()
  server.data.writeEntries(large.slice(0, 8))
  await expect(page.locator('tbody tr')).toHaveCount(8, { timeout: 9000 })
  expect(Date.now() - savedAt).toBeGreaterThanOrEqual(3000)
  await expect(held(page)).toHaveCount(0)
})

test('given a Release button of an older held list, when it is pressed, then nothing is released and the desk says so', async ({
  page,
}) => {
  await openDesk(page, large)
  server.data.writeEntries(large.slice(0, 8))
  await expect(held(page)).toContainText('Gone: Driver 9, Driver 10')
  const old = await heldId(page)
  server.data.writeEntries([])
  await expect(held(page)).toContainText('The files have no drivers any more.')
  expect(await heldId(page)).not.toBe(old)
  await held(page)
    .locator('form[action$=release] input')
    .evaluate((input: HTMLInputElement, id) => {
      input.value = id
    }, old)
  await release(page)
  await expect(page.getByRole('heading', { name: 'Nothing was released' })).toBeVisible()
  await expect(page.locator('tbody tr')).toHaveCount(large.length)
  server.data.writeEntries(large)
})

async function openDesk(page: Page, entries: readonly Entry[]): Promise<void> {
  server.data.writeEntries(entries)
  await signIn(page, server.baseUrl)
  await expect(page.locator('tbody tr')).toHaveCount(entries.length, { timeout: 9000 })
}

function held(page: Page) {
  return page.getByRole('region', { name: 'Held list' })
}

/** The id of the list that the button releases. */
function heldId(page: Page): Promise<string> {
  return held(page).locator('form[action$=release] input').inputValue()
}

/** The release has two steps. */
async function release(page: Page): Promise<void> {
  await page.getByText('Release …').click()
  await page.getByRole('button', { name: 'Release: publish it now' }).click()
}

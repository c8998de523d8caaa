import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { eventFile, field, withChanged, without } from '../../testing/event/timing-file.ts'
import { connectBare } from '../fixtures/bare-client.ts'
import { board, cellOf, expectLive, heading, rowKeys, rowOf, versionShown } from '../fixtures/board.ts'
import { hasReloaded, openReader } from '../fixtures/reader.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile()
const address = () => `${server.baseUrl}/live?view=table`

/** SETTLE_SECONDS as it is by default. */
const settleTime = 1000

test.beforeEach(async ({ page }) => {
  server.data.writeEntries(field)
  server.data.writeFile('event.yaml', eventFile)
  await page.goto(address())
  await expect(page.locator('tbody tr')).toHaveCount(field.length)
  await expectLive(page)
})

test('given two browsers, one sorted by number, when a save changes, adds and removes an entry, then both show it in order', async ({
  page,
  browser,
}) => {
  const [sorted, other] = [await openReader(browser, address()), await openReader(browser, address())]
  const bare = connectBare(server.baseUrl)
  await expect.poll(bare.names).toHaveLength(field.length)
  await heading(sorted.page, 'Number').getByRole('link').click()
  const numbersBefore = await rowKeys(sorted.page)
  const version = await versionShown(page)

  const changed = withChanged(field, 'Sylvia Existentialista', { runs: ['42.000', 'DNF', '40.900+1'] })
  const josh = { class: 'SS', number: '11', name: 'Josh Newfoundland', car: 'Supra', heat: '2', runs: ['41.000'] }
  const savedAt = performance.now()
  server.data.writeEntries([...without(changed, 'Perry Usedtobe'), josh])

  for (const { page: reader, troubles } of [sorted, other]) {
    await expect(rowOf(reader, 'Josh Newfoundland')).toBeVisible()
    await expect(rowOf(reader, 'Perry Usedtobe')).toHaveCount(0)
    await expect(rowOf(reader, 'Sylvia Existentialista')).toContainText('40.900+1')
    await expect(cellOf(reader, 'Josh Newfoundland', 'total')).toHaveText('41.000')
    await expect(board(reader)).toHaveAttribute('data-version', `${version + 1}`)
    expect(await hasReloaded(reader)).toBe(false)
    expect(troubles.list).toEqual([])
  }
  const withoutPerry = numbersBefore.filter((name) => name !== 'Perry Usedtobe')
  const place = withoutPerry.indexOf('Sylvia Existentialista') + 1
  expect(await rowKeys(sorted.page)).toEqual(withoutPerry.toSpliced(place, 0, 'Josh Newfoundland'))
  await expect(heading(sorted.page, 'Number')).toHaveAttribute('aria-sort', 'ascending')

  await expect.poll(() => bare.names()).toContain('Josh Newfoundland')
  const sylvia = {
    ...{ driver_name: 'Sylvia Existentialista', class: 'STR', number: '10', car: 'S2000', heat: '2' },
    runs: ['42.000', 'DNF', '40.900+1'],
  }
  const { name, ...rest } = josh
  const update = [sylvia, { driver_name: name, ...rest }]
  const drivers = { create: [name], update, destroy: ['Perry Usedtobe'] }
  const [all, ...updates] = bare.messages()
  expect(all?.action).toBe('all_drivers')
  // A list that loses an entry is published only once it is stable.
  expect((updates[0]?.at ?? 0) - savedAt).toBeGreaterThanOrEqual(settleTime)
  for (const heard of [updates, sorted.frames.lists(), other.frames.lists()]) {
    expect(heard.map(({ action }) => action)).toEqual(['update_drivers'])
    const data = expect.objectContaining({ version: version + 1, drivers })
    expect(heard[0]?.payload).toEqual({ source: 'server', action: 'update_drivers', data })
  }
  bare.socket.disconnect()
  await sorted.page.context().close()
  await other.page.context().close()
})

test('given an open page, when a file is renamed over the timing file, then the page shows it', async ({ page }) => {
  server.data.replaceEntries(withChanged(field, 'Joan Zielinski', { runs: ['40.434', '40.341', '39.999'] }))
  await expect(cellOf(page, 'Joan Zielinski', 'total')).toHaveText('39.999')
})

test('given saves without a change, when one with a change follows, then only that one is sent', async ({
  browser,
}) => {
  const reader = await openReader(browser, address())
  const readFile = () => fetch(address()).then((answer) => answer.text())
  for (const minutes of [3, 2, 1]) {
    server.data.writeEntries(field)
    // In whole seconds, as every file system keeps them.
    const savedAt = new Date(Math.floor(Date.now() / 1000 - minutes * 60) * 1000)
    utimesSync(join(server.data.path, 'live.csv'), savedAt, savedAt)
    // The server has read the file of that time.
    await expect.poll(readFile).toContain(`${savedAt.getTime()}`)
  }
  server.data.writeEntries(withChanged(field, 'Nobody Ranyet', { runs: ['50.000'] }))
  await expect(cellOf(reader.page, 'Nobody Ranyet', 'total')).toHaveText('50.000')
  expect(reader.frames.lists().map(({ action }) => action)).toEqual(['update_drivers'])
  expect(reader.frames.lists()[0]?.payload.data.drivers).toMatchObject({ create: [], destroy: [] })
  await reader.page.context().close()
})

test('given a search and a sort, when the event’s title and index change, then the page shows them and keeps both', async ({
  page,
}) => {
  await page.getByRole('searchbox').fill('str')
  await heading(page, 'Driver').getByRole('link').click()
  await expect(heading(page, 'Driver')).toHaveAttribute('aria-sort', 'ascending')
  await heading(page, 'Driver').getByRole('link').click()
  const changed = eventFile.replace('Test Autocross', 'Renamed Autocross').replace('index: 0.828', 'index: 0.5')
  server.data.writeFile('event.yaml', changed)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Renamed Autocross')
  await expect(cellOf(page, 'Ian O’Malley', 'indexed')).toHaveText('20.526')
  expect(await rowKeys(page)).toEqual(['Sylvia Existentialista', 'Ian O’Malley', 'Felipe González'])
})

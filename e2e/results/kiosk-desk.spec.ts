import { type Entry, field } from '../../testing/event/timing-file.ts'
import { deskSays } from '../../testing/server/desk-says.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive, rowKeys } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'
import { adminPassword } from '../fixtures/test-server.ts'

const tied: Entry = { class: 'SS', number: '5', name: 'Joan Second', car: 'Boxster', runs: ['40.341'] }
const server = serverOfFile({ entries: [...field, tied] })

const steer = (scene: string, code: string) => ({ change: 'steer', name: 'Paddock', scene, class: code })
const podium = '[data-place]'

test.use({ viewport: { width: 1920, height: 1080 } })

test('given a named screen, when the desk steers it, then it shows the class, each place of the podium, and all again', async ({
  page,
}) => {
  await deskSays(server.baseUrl, adminPassword, { change: 'add_screen', name: 'Paddock' })
  await page.goto(`${server.baseUrl}/live?kiosk=1&screen=paddock`)
  await expectLive(page)
  const titles = page.getByRole('heading', { level: 2 })
  await expect(titles).toHaveCount(3)
  await deskSays(server.baseUrl, adminPassword, steer('class', 'STR'))
  await expect(titles).toHaveText([/^STR/])
  expect(await rowKeys(page)).toEqual(['Ian O’Malley', 'Felipe González', 'Sylvia Existentialista'])

  await deskSays(server.baseUrl, adminPassword, steer('podium-0', 'STR'))
  await expect(page.getByRole('banner')).toContainText('awards')
  await expect(page.locator(podium)).toHaveText(['1', '2', '3'])
  await deskSays(server.baseUrl, adminPassword, steer('podium-1', 'STR'))
  await expect(page.locator(podium)).toHaveText(['1', '2', /Sylvia Existentialista#10 · S200042\.000\+0\.947/])
  await deskSays(server.baseUrl, adminPassword, steer('podium-3', 'STR'))
  await expect(page.locator(podium).first()).toHaveText(/T trophyIan O’Malley#9 · MX-541\.053run 1/)
  await expectAccessible(page)

  await expect(page.getByRole('list', { name: 'Latest runs' })).toHaveCount(0)
  await expect(page.locator('footer')).toContainText('The next run shows here.')

  await deskSays(server.baseUrl, adminPassword, steer('podium-3', 'SS'))
  await expect(page.locator(podium)).toHaveText([/Joan Second.*Joan Zielinski/, /Wilford Amador/])
  const below = page.getByRole('list', { name: 'Below the podium' }).getByRole('listitem')
  await expect(below).toHaveText(['4Perry Usedtobe#10143.900+3.559'])
  await deskSays(server.baseUrl, adminPassword, steer('auto', ''))
  await expect(titles).toHaveCount(3)
})

test('given a message from the desk, then a screen that is open and one that comes later show it, and no class is cut', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?kiosk=1`)
  await expectLive(page)
  const text = 'Heat 3 in <b>20</b> min'
  await deskSays(server.baseUrl, adminPassword, { change: 'say', text })
  for (const visit of ['open', 'later']) {
    await test.step(visit, async () => {
      if (visit === 'later') await page.reload()
      await expect(page.getByText(text)).toBeInViewport({ ratio: 1 })
      await expect(page.locator('[data-driver]').last()).toBeInViewport({ ratio: 1 })
    })
  }
  await expectAccessible(page)
  await deskSays(server.baseUrl, adminPassword, { change: 'withdraw' })
  await expect(page.getByText(text)).toHaveCount(0)
})

test('given a name that the desk does not have, then the screen says so and goes through all classes', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?kiosk=1&screen=Elsewhere`)
  await expect(page.getByRole('banner')).toContainText('The desk has no screen “Elsewhere”.')
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3)
})

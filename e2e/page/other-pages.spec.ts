import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'
import { serverOfFile } from '../fixtures/test-server.ts'

const server = serverOfFile()

test('given the root, then it leads to the results', async ({ page }) => {
  await page.goto(server.baseUrl)
  await expect(page).toHaveURL(`${server.baseUrl}/live`)
  await expect(page).toHaveTitle('Test Autocross · Paddock')
})

test.describe(() => {
  // The browser itself says that there is no such page.
  test.use({ allowedTrouble: /Failed to load resource: the server responded with a status of 404 .*\/nowhere/ })

  test('given an address that is not there, then a page of ours says so and leads back', async ({ page }) => {
    const response = await page.goto(`${server.baseUrl}/nowhere`)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.getByRole('link', { name: 'results' }).click()
    await expect(page).toHaveURL(`${server.baseUrl}/live`)
    await expect(page.getByRole('table').first()).toBeVisible()
  })
})

test('given every page, when it is opened and left alone, then the console stays empty', async ({ page }) => {
  for (const address of ['/live', '/live?view=table', '/admin/sign-in']) {
    await page.goto(`${server.baseUrl}${address}`, { waitUntil: 'networkidle' })
  }
  await signIn(page, server.baseUrl)
  await page.reload({ waitUntil: 'networkidle' })
})

import { readingTest } from '../fixtures/reading-test.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect } from '../fixtures/test.ts'

readingTest('given the address /, then it redirects to the results', async ({ page, server }) => {
  await page.goto(server.baseUrl)
  await expect(page).toHaveURL(`${server.baseUrl}/live`)
  await expect(page).toHaveTitle('Test Autocross · Paddock')
})

readingTest.describe(() => {
  // The browser reports the 404 on the console.
  readingTest.use({ allowedTrouble: /Failed to load resource: the server responded with a status of 404 .*\/nowhere/ })

  readingTest(
    'given an unknown address, then the answer is 404 and the page links to the results',
    async ({ page, server }) => {
      const response = await page.goto(`${server.baseUrl}/nowhere`)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.getByRole('link', { name: 'results' }).click()
      await expect(page).toHaveURL(`${server.baseUrl}/live`)
      await expect(page.getByRole('table').first()).toBeVisible()
    },
  )
})

readingTest('given each page, when it is opened and idle, then the console is empty', async ({ page, server }) => {
  for (const address of ['/live', '/live?view=table', '/admin/sign-in']) {
    await page.goto(`${server.baseUrl}${address}`, { waitUntil: 'networkidle' })
  }
  await signIn(page, server.baseUrl)
  await page.reload({ waitUntil: 'networkidle' })
})

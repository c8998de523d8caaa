import type { Page } from '@playwright/test'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile()

test('given no session, when /admin is opened, then it redirects to the sign-in page, without data of the desk', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/admin?sort=number`)
  await expect(page).toHaveURL(`${server.baseUrl}/admin/sign-in`)
  await expect(page.getByLabel('Password')).toBeVisible()
  const answer = await fetch(`${server.baseUrl}/admin`, { redirect: 'manual' })
  expect(answer.status).toBe(307)
  expect(await answer.text()).not.toContain('Joan Zielinski')
})

test('given a forged session, when /admin is opened, then it redirects to the sign-in page', async ({ page }) => {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const payload = encode({ role: 'admin', exp: 4_000_000_000 })
  const tokens = [
    'x',
    '',
    `${encode({ alg: 'none' })}.${payload}.`,
    `${encode({ alg: 'HS256' })}.${payload}.c2lnbmF0dXJl`,
  ]
  for (const value of tokens) {
    await page.context().addCookies([{ name: 'paddock_session', value, url: server.baseUrl }])
    await page.goto(`${server.baseUrl}/admin`)
    await expect(page).toHaveURL(`${server.baseUrl}/admin/sign-in`)
  }
})

test('given the wrong password, when it is sent, then the page says so and sets no session', async ({ page }) => {
  await page.goto(`${server.baseUrl}/admin/sign-in`)
  await sendPassword(page, 'wrong password')
  await expect(problem(page)).toHaveText('That is not the password.')
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription('That is not the password.')
  expect(await page.context().cookies()).toEqual([])
})

test('given the right password, when it is sent, then the desk opens, and scripts and other sites cannot read the session', async ({
  page,
}) => {
  await signIn(page, server.baseUrl)
  await expect(page.getByRole('heading', { name: 'Timing desk' })).toBeVisible()
  expect(await page.context().cookies()).toMatchObject([
    { name: 'paddock_session', httpOnly: true, sameSite: 'Strict', path: '/' },
  ])
  expect(await page.evaluate(() => document.cookie)).toBe('')
  await page.goto(`${server.baseUrl}/admin/sign-in`)
  await expect(page).toHaveURL(`${server.baseUrl}/admin`)
})

test('given a session, when the server restarts, then it is still valid', async ({ page }) => {
  await signIn(page, server.baseUrl)
  await page.goto('about:blank')
  await server.restart()
  await page.goto(`${server.baseUrl}/admin`)
  await expect(page.getByRole('heading', { name: 'Timing desk' })).toBeVisible()
})

test('given a session, when Sign out is pressed, then /admin asks for the password', async ({ page }) => {
  await signIn(page, server.baseUrl)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${server.baseUrl}/admin/sign-in`)
  expect(await page.context().cookies()).toEqual([])
  await page.goto(`${server.baseUrl}/admin`)
  await expect(page).toHaveURL(`${server.baseUrl}/admin/sign-in`)
})

test('given a session, when it is signed out elsewhere, then a copy of its cookie opens nothing, and its open desk asks for the password', async ({
  page,
  browser,
}) => {
  await signIn(page, server.baseUrl)
  const cookies = await page.context().cookies()
  const copy = await browser.newContext()
  await copy.addCookies(cookies)
  const desk = await copy.newPage()
  await desk.goto(`${server.baseUrl}/admin`)
  await expect(desk.getByRole('heading', { name: 'Timing desk' })).toBeVisible()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(desk).toHaveURL(`${server.baseUrl}/admin/sign-in`)
  expect(await pageFor(`paddock_session=${cookies[0]?.value}`)).toBe(307)
  await server.restart()
  expect(await pageFor(`paddock_session=${cookies[0]?.value}`)).toBe(307)
  await copy.close()
})

test('given a session and a second cookie of its name, when /admin is opened, then it asks for the password', async ({
  page,
}) => {
  await signIn(page, server.baseUrl)
  const [cookie] = await page.context().cookies()
  const session = `paddock_session=${cookie?.value}`
  expect(await pageFor(session)).toBe(200)
  for (const other of ['paddock_session=x', session]) {
    expect(await pageFor(`${session}; ${other}`)).toBe(307)
    expect(await pageFor(`${other}; ${session}`)).toBe(307)
  }
})

test('given many wrong passwords, when the right one is sent, then the desk opens', async ({ page }) => {
  await page.goto(`${server.baseUrl}/admin/sign-in`)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await sendPassword(page, `guess ${attempt}`)
    await expect(problem(page)).toHaveText('That is not the password.')
  }
  await sendPassword(page, 'guess 6')
  await expect(problem(page)).toHaveText(/^Too many tries\. Wait \d\d? seconds and try again\.$/)
  expect(await page.context().cookies()).toEqual([])
  await signIn(page, server.baseUrl)
})

/** The status of /admin for a request with this Cookie header. */
async function pageFor(cookie: string): Promise<number> {
  const answer = await fetch(`${server.baseUrl}/admin`, { headers: { cookie }, redirect: 'manual' })
  return answer.status
}

/** Waits for the answer, which is the sign-in page again: a password of before must not be sent twice. */
async function sendPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password').fill(password)
  const answered = page.waitForEvent('domcontentloaded')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await answered
}

/** By id: Next has an alert of its own, which announces navigation. */
function problem(page: Page) {
  return page.locator('#problem')
}

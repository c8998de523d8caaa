import { request as httpRequest } from 'node:http'
import { eventFile } from '../../testing/event/timing-file.ts'
import { expectLive } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

// The preview of a link in a chat, and the manifest that makes the page installable.

const publicOrigin = 'https://results.club.example'
const server = serverOfFile({ environment: { PUBLIC_ORIGIN: publicOrigin } })

/** The contents of a page's meta elements by name or property, and its title. */
async function headOf(
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, string>> {
  const html = await get(path, headers)
  const found = html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)
  const head = new Map(Array.from(found, ([, name = '', content = '']) => [name, content]))
  return head.set('title', /<title>([^<]*)</.exec(html)?.[1] ?? '')
}

/** Not with fetch(), which sets the Host itself. */
function get(path: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${server.baseUrl}${path}`, { headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve(text))
    })
    request.on('error', reject).end()
  })
}

async function sizeOfPng(address: string): Promise<string> {
  const answer = await fetch(address.replace(publicOrigin, server.baseUrl))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  const picture = Buffer.from(await answer.arrayBuffer())
  return `${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`
}

async function published(title: string): Promise<void> {
  server.data.writeFile('event.yaml', eventFile.replace('Test Autocross', JSON.stringify(title)))
  await expect.poll(async () => (await headOf('/live')).get('og:title')).toBe(title)
}

test('given a link in a chat, then its preview has title, state, leaders and a picture', async () => {
  const head = await headOf('/live')
  expect(head.get('title')).toBe('Test Autocross · Paddock')
  expect(head.get('og:title')).toBe('Test Autocross')
  expect(head.get('og:description')).toBe(
    'Unofficial results: 8 entries in 3 classes. SS Joan Zielinski 40.341 · STR Ian O’Malley 41.053 · SM Åsa Lindqvist 39.900',
  )
  expect(head.get('twitter:card')).toBe('summary_large_image')
  const picture = head.get('og:image') ?? ''
  expect(picture).toMatch(/^https:\/\/results\.club\.example\/live\/card\.png\?/)
  expect(await sizeOfPng(picture)).toBe('1200x630')
})

test('given a link to a driver’s sheet, then preview and tab name driver, position and event', async ({ page }) => {
  const path = `/live?driver=${encodeURIComponent('Ian O’Malley')}`
  const head = await headOf(path)
  for (const name of ['title', 'og:title']) expect(head.get(name)).toBe('Ian O’Malley · 1st STR · Test Autocross')
  await page.goto(`${server.baseUrl}${path}`)
  await expectLive(page)
  await expect(page).toHaveTitle('Ian O’Malley · 1st STR · Test Autocross')
  await page.keyboard.press('Escape')
  await expect(page).toHaveTitle('Test Autocross · Paddock')
  await page.getByRole('link', { name: 'Joan Zielinski' }).click()
  await expect(page).toHaveTitle('Joan Zielinski · 1st SS · Test Autocross')
})

for (const host of ['evil.example', 'evil"><script>alert(1)</script>', 'a b', '-', 'x'.repeat(400)]) {
  test(`given the Host ${host.slice(0, 40)}, then the page is whole and does not contain it`, async () => {
    const html = await get('/live', { Host: host, 'X-Forwarded-Host': 'evil.example' })
    expect(html).toContain('Joan Zielinski')
    expect(html).toContain(`${publicOrigin}/live/card.png?`)
    expect(html).not.toContain('evil')
  })
}

test('given titles in other scripts and with emoji, then each has a picture without a network', async () => {
  await published('雪の祭り 🏁 オートクロス')
  const plain = (await headOf('/live')).get('og:image') ?? ''
  expect(plain).toContain('/_next/static/media/plain-card.')
  expect(await sizeOfPng(plain)).toBe('1200x630')
  // The old address of the event's own picture now answers with the plain one.
  expect(await sizeOfPng(`${server.baseUrl}/live/card.png`)).toBe('1200x630')

  await published('Ночной слалом 🏁')
  expect((await headOf('/live')).get('og:image')).toContain('/live/card.png?')
  expect(await sizeOfPng(`${server.baseUrl}/live/card.png`)).toBe('1200x630')
  await published('Test Autocross')
})

test('given the manifest, then its icons have the sizes it names, and its links answer 200', async ({ page }) => {
  await page.goto(`${server.baseUrl}/live`)
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await fetch(new URL(address ?? '', server.baseUrl))).json()
  expect(manifest).toMatchObject({
    name: 'Test Autocross',
    short_name: 'Paddock',
    start_url: '/live',
    display: 'standalone',
  })
  expect(manifest.icons.map(({ sizes, purpose = 'any' }: Record<string, string>) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ])
  for (const { src, sizes } of manifest.icons) expect(await sizeOfPng(`${server.baseUrl}${src}`)).toBe(sizes)
  for (const { url } of manifest.shortcuts) expect((await fetch(`${server.baseUrl}${url}`)).status).toBe(200)
  const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href')
  expect(await sizeOfPng(`${server.baseUrl}${touch}`)).toBe('180x180')
})

for (const [theme, colours] of [
  ['auto', ['#fbfbf9', '#121316']],
  ['dark', ['#121316', '#121316']],
  ['sunlight', ['#ffffff', '#ffffff']],
] as const) {
  test(`given the theme ${theme}, then the bars of the browser have its colours by day and by night`, async ({
    page,
    context,
  }) => {
    await context.addCookies([{ name: 'paddock_theme', value: theme, url: server.baseUrl }])
    await page.goto(`${server.baseUrl}/live`)
    for (const [index, colorScheme] of (['light', 'dark'] as const).entries()) {
      await page.emulateMedia({ colorScheme })
      // A browser takes the first one that applies.
      const content = await page
        .locator('meta[name=theme-color]')
        .evaluateAll((all: HTMLMetaElement[]) => all.find(({ media }) => matchMedia(media).matches)?.content)
      expect(content).toBe(colours[index])
    }
  })
}

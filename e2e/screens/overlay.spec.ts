import type { Page } from '@playwright/test'
import { type Entry, field, template, withChanged } from '../../testing/event/timing-file.ts'
import { deskSays } from '../../testing/server/desk-says.ts'
import { expectLive } from '../fixtures/board.ts'
import { installClock } from '../fixtures/page-clock.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'
import { adminPassword } from '../fixtures/test-server.ts'

test.use({ viewport: { width: 1920, height: 1080 } })

const long: Entry = { class: 'SS', number: 'Runoff12', name: 'Maximiliano-Bartholomew Featherstonehaugh', car: 'Elan' }
const entries: readonly Entry[] = [
  ...field,
  { ...long, runs: ['50.000'] },
  { class: 'SS', number: '61', name: 'Maximiliano'.repeat(4), runs: ['51.000'] },
  { class: 'SS', number: '62', name: 'عبد الرحمن الفارسي', runs: ['52.000'] },
]
const server = serverOfFile({ entries })
/** Fewer pixels to count. */
const small = { width: 960, height: 540 }
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 3840, height: 2160 },
]

const plate = (page: Page, part: string) => page.locator(`.overlay-${part}`)
const drive = (name: string, runs: readonly string[]) => {
  server.data.writeEntries(withChanged(entries, name, { runs }))
}
async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${server.baseUrl}/overlay${query}`)
  await expectLive(page)
}

test('given no run yet, then the overlay is open to the video but for one small line, which says so', async ({
  page,
}) => {
  await page.setViewportSize(small)
  await open(page)
  await expect(page.locator('.overlay-note')).toHaveText('The next run shows here.')
  const { clear, solid } = await groundOf(page)
  expect(solid).toBeLessThan(0.01)
  expect(clear).toBeGreaterThan(0.98)
})

test('given a run, when its list is published, then the overlay has it with what it meant, and the video stays in sight around the plates', async ({
  page,
}) => {
  await page.setViewportSize(small)
  await open(page, '?show=last,top')
  drive('Wilford Amador', ['41.266+1', '40.516', '40.000'])
  const last = plate(page, 'last')
  await expect(last).toHaveText(/88SSWilford AmadorCayman · run 3, clean40\.000▲1 PB −0\.516, 2nd → 1st.*unofficial/)
  await expect(plate(page, 'top').locator('h2')).toHaveText(/^SSSuper Street.*top 5$/)
  await expect(plate(page, 'top').locator('[data-last=true]')).toHaveText('1Wilford Amador▲140.000')
  await expect(plate(page, 'top').locator('li').nth(1)).toHaveText('2Joan Zielinski+0.341')
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  const { clear, solid, corners } = await groundOf(page)
  expect(clear).toBeGreaterThan(0.7)
  expect(solid).toBeGreaterThan(0.05)
  // No ground, no bar and no edge of the page itself.
  expect(corners).toEqual([0, 0, 0, 0])
  server.data.writeEntries(entries)
})

test('given a slower run, then the overlay says that it improved nothing; given a correction, then what became of it', async ({
  page,
}) => {
  await open(page)
  drive('Joan Zielinski', ['40.434', '40.341', '40.800'])
  await expect(plate(page, 'last')).toContainText('40.800= no improvement: best 40.341 (+0.459), stays 1st')
  drive('Joan Zielinski', ['40.434', '40.341', '40.800+1'])
  await expect(plate(page, 'last')).toContainText('run 3, + 1 cone40.800✎ clean → +1 cone · best stays 40.341, 1st')
  server.data.writeEntries(entries)
})

test('given the name of a driver as people write it, then the row has place and what the next run needs', async ({
  page,
}) => {
  await open(page, `?show=row&driver=${encodeURIComponent('felipe gonzalez')}`)
  await expect(plate(page, 'row')).toHaveText(
    /Runoff4STRFelipe GonzálezRX-841\.4002nd in STR · needs 41\.052 for 1st, 0\.348 faster3 runs left/,
  )
  drive('Felipe González', ['41.400', '40.000'])
  await expect(plate(page, 'row')).toContainText('40.0001st in STR · leads by 1.053')
  server.data.writeEntries(entries)
})

test('given a run order, then the row without a name is who drives next', async ({ page }) => {
  server.data.writeFile('drivers.jsonl.njk', template.replace('heat: row.Heat', 'run_order: row.Number'))
  server.data.writeEntries(entries)
  await open(page, '?show=row')
  drive('Joan Zielinski', ['40.434', '40.341', '41.000'])
  await expect(plate(page, 'row')).toContainText(/Åsa Lindqvist.*next in run order/)
  server.writeFiles()
})

test('given a class and a number, then so many of it are shown, whatever is driven', async ({ page }) => {
  await open(page, '?show=top&class=str&top=2')
  await expect(plate(page, 'top').locator('li')).toHaveText(['1Ian O’Malley41.053', '2Felipe González+0.347'])
})

test('given words that mean nothing here, then small type says which, and what is understood is shown', async ({
  page,
}) => {
  await open(page, '?show=row,tpo,top&driver=Nobody&class=XX&clas=SS')
  const note = page.locator('.overlay-note')
  for (const text of [
    'no part “tpo”',
    'is called “Nobody”',
    'no class “XX”. Classes: SS, STR, SM',
    '“clas” means nothing',
  ]) {
    await expect(note).toContainText(text)
  }
  await expect(note).toHaveCSS('font-size', '20px')
  await expect(page.locator('.overlay-plate')).toHaveCount(0)
})

for (const size of sizes) {
  test(`given ${size.width} x ${size.height}, then names of 40 characters and more are whole on every plate, inside the safe area`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    await open(page, `?show=last,row,top&top=10&driver=${encodeURIComponent(long.name)}`)
    drive(long.name, ['50.000', `49.${size.width % 900}+1`])
    await expect(plate(page, 'last')).toContainText(long.name)
    await expect(plate(page, 'row').locator('.overlay-name')).toHaveText(long.name)
    await expect(plate(page, 'top').locator('li')).toHaveCount(6)
    await expect.poll(() => cutTexts(page)).toEqual([])
    for (const part of ['last', 'row', 'top']) {
      const { x = 0, y = 0, width = 0, height = 0 } = (await plate(page, part).boundingBox()) ?? {}
      expect(x).toBeGreaterThanOrEqual(size.width * 0.05 - 1)
      expect(y).toBeGreaterThanOrEqual(size.height * 0.05 - 1)
      expect(x + width).toBeLessThanOrEqual(size.width * 0.95 + 1)
      expect(y + height).toBeLessThanOrEqual(size.height * 0.95 + 1)
    }
    const scale = size.width / 1920
    await expect(plate(page, 'top').locator('.overlay-gap').last()).toHaveCSS('font-size', `${30 * scale}px`)
    server.data.writeEntries(entries)
  })
}

test('given custom CSS that OBS puts into the page, then it holds, and larger texts are made to fit again', async ({
  page,
}) => {
  await open(page, '?show=top&class=SS&top=10')
  // As OBS does it when a page was loaded.
  await page.evaluate((css) => {
    const style = document.createElement('style')
    style.appendChild(document.createTextNode(css))
    document.querySelector('head')?.appendChild(style)
  }, ':root { --overlay-plate: rgb(0 60 0); --overlay-scale: 1.2 } .overlay-rows .overlay-name { font-size: 60px }')
  await expect(plate(page, 'top')).toHaveCSS('background-color', 'rgb(0, 60, 0)')
  await expect(plate(page, 'top')).toHaveCSS('width', '840px')
  await expect.poll(() => cutTexts(page)).toEqual([])
})

test('given seconds, then the last run leaves the picture when they are over, and the next run comes', async ({
  page,
}) => {
  const clock = await installClock(page)
  await open(page, '?seconds=20')
  drive('Joan Zielinski', ['40.434', '40.341', '42.000'])
  await expect(plate(page, 'last')).toBeVisible()
  await clock.pass(21)
  await expect(plate(page, 'last')).toBeHidden()
  drive('Joan Zielinski', ['40.434', '40.341', '42.000', '42.500'])
  await expect(plate(page, 'last')).toContainText('run 4')
  server.data.writeEntries(entries)
})

test('given a message from the desk, then only an overlay that asks for it shows it', async ({ page, context }) => {
  await deskSays(server.baseUrl, adminPassword, { change: 'say', text: 'Heat 3 in <b>20</b> min' })
  await open(page, '?show=message')
  await expect(plate(page, 'message')).toHaveText('Heat 3 in <b>20</b> min')
  const other = await context.newPage()
  await open(other, '?show=last,row,top')
  await expect(other.getByText('Heat 3')).toHaveCount(0)
  await other.close()
  await deskSays(server.baseUrl, adminPassword, { change: 'withdraw' })
  await expect(plate(page, 'message')).toHaveCount(0)
})

test('given reduced motion, then nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '?show=last,row,top')
  drive('Joan Zielinski', ['40.434', '40.341', '43.000'])
  await expect(plate(page, 'last')).toContainText('43.000')
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  server.data.writeEntries(entries)
})

test('given an overlay, then its HTML has the data already, hydration changes no text, and no service worker is asked for', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const response = await page.goto(`${server.baseUrl}/overlay?show=last,row,top&driver=Joan%20Zielinski`)
  const html = (await response?.text()) ?? ''
  await expectLive(page)
  const text = await page.evaluate((sent) => {
    const textOf = (root: Document) => root.querySelector('.overlay')?.textContent
    return [textOf(new DOMParser().parseFromString(sent, 'text/html')), textOf(document)]
  }, html)
  expect(text[0]).toContain('Joan Zielinski')
  expect(text[1]).toBe(text[0])
  expect(asked).not.toContain('/service-worker.js')
})

test.describe('when the server is gone', () => {
  test.use({ allowedTrouble: /WebSocket connection to .* failed|net::ERR_/ })

  test('given an overlay, then its plates lose their colours and say of when they are, or leave; and come back', async ({
    page,
    context,
  }) => {
    const clock = await installClock(page)
    await open(page, '?show=top&class=SS')
    const hiding = await context.newPage()
    await open(hiding, '?show=top&class=SS&stale=hide')
    await server.stop()
    await expect(plate(page, 'top')).toContainText(/as of \d\d:\d\d/)
    await expect(plate(page, 'top')).toHaveAttribute('data-stale', 'true')
    await expect(plate(page, 'top')).toBeVisible()
    await expect(plate(hiding, 'top')).toBeHidden()
    await server.restart()
    await clock.passUntilLive()
    await expect(plate(page, 'top')).not.toContainText('as of')
    await hiding.close()
  })
})

/** The shares of the picture that let the video through whole and nearly not; how opaque its corners are, 0 to 255. */
async function groundOf(page: Page): Promise<{ clear: number; solid: number; corners: (number | undefined)[] }> {
  const png = await page.screenshot({ omitBackground: true, animations: 'allow' })
  // In a page without a policy. The numbers of two million pixels stay there.
  const blank = await page.context().newPage()
  const ground = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = picture
    const canvas = new OffscreenCanvas(width, height).getContext('2d')
    canvas?.drawImage(picture, 0, 0)
    const pixels = canvas?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
    const alphas = pixels.filter((_, index) => index % 4 === 3)
    const share = (condition: (alpha: number) => boolean) => alphas.filter(condition).length / alphas.length
    const corners = [0, width - 1, (height - 1) * width, height * width - 1].map((index) => alphas[index])
    return { clear: share((alpha) => alpha === 0), solid: share((alpha) => alpha > 0.9 * 255), corners }
  }, png.toString('base64'))
  await blank.close()
  return ground
}

/** Texts that are wider or higher than their box. */
function cutTexts(page: Page): Promise<(string | null)[]> {
  return page.locator('[data-fit]').evaluateAll((boxes) =>
    boxes
      .filter((box) => {
        const [own, text] = [box, box.firstElementChild ?? box].map((one) => one.getBoundingClientRect())
        return own && text && own.width > 0 && (text.width > own.width + 1 || text.height > own.height + 1)
      })
      .map(({ textContent }) => textContent),
  )
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { chromiumLaunchOptions } from '../../testing/browser/chromium.mjs'
import { pictures } from './pictures.ts'

// `npm run icons`: draws every PNG of the program from app/icon.svg, with the browser of the tests.

const root = fileURLToPath(new URL('../..', import.meta.url))
const icon = readFileSync(join(root, 'app/icon.svg'), 'utf8')

const browser = await chromium.launch(chromiumLaunchOptions())
try {
  for (const { path, width, height, html } of pictures(icon)) {
    const page = await browser.newPage({ viewport: { width, height } })
    await page.setContent(html)
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), await page.screenshot({ omitBackground: true }))
    await page.close()
    console.log(`${path}  ${width} x ${height}`)
  }
} finally {
  await browser.close()
}

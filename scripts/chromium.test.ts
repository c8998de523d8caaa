import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chromiumCandidates, findChromium, usualPlaces } from './chromium.mjs'

let folder: string
let browser: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-chromium-'))
  browser = join(folder, 'google-chrome')
  writeFileSync(browser, '')
  chmodSync(browser, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true }))

test('CHROMIUM_PATH is the only candidate, and none when it names nothing', () => {
  expect(chromiumCandidates({ CHROMIUM_PATH: browser })).toEqual([browser])
  expect(chromiumCandidates({ CHROMIUM_PATH: join(folder, 'missing') })).toEqual([])
})

test('an installed browser is found on the PATH', () => {
  expect(chromiumCandidates({ PATH: `${folder}/nothing${delimiter}${folder}` }, 'linux')).toContain(browser)
})

test('every system has its usual places', () => {
  const windows = usualPlaces({ PROGRAMFILES: 'P', LOCALAPPDATA: 'L' }, 'win32').map((path) =>
    path.replaceAll('\\', '/'),
  )
  expect(windows).toContain('P/Microsoft/Edge/Application/msedge.exe')
  expect(windows).toContain('L/Google/Chrome/Application/chrome.exe')
  expect(usualPlaces({ HOME: '/Users/me' }, 'darwin')).toContain(
    '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  )
})

test('what is found exists', () => {
  const found = findChromium()
  expect(found === undefined || existsSync(found)).toBe(true)
})

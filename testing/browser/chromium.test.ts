import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  chromiumCandidates,
  findChromium,
  findHeadlessShell,
  headlessShellCandidates,
  usualPlaces,
} from './chromium.mjs'

let folder: string
let browser: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-chromium-'))
  browser = join(folder, 'google-chrome')
  writeFileSync(browser, '')
  chmodSync(browser, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true }))

test('CHROMIUM_PATH is the only candidate, and there is none when its file does not exist', () => {
  expect(chromiumCandidates({ CHROMIUM_PATH: browser })).toEqual([browser])
  expect(chromiumCandidates({ CHROMIUM_PATH: join(folder, 'missing') })).toEqual([])
})

test('a browser on the PATH is a candidate', () => {
  expect(chromiumCandidates({ PATH: `${folder}/nothing${delimiter}${folder}` }, 'linux')).toContain(browser)
})

test('the usual paths on Windows and macOS have Edge and Chrome', () => {
  const windows = usualPlaces({ PROGRAMFILES: 'P', LOCALAPPDATA: 'L' }, 'win32').map((path) =>
    path.replaceAll('\\', '/'),
  )
  expect(windows).toContain('P/Microsoft/Edge/Application/msedge.exe')
  expect(windows).toContain('L/Google/Chrome/Application/chrome.exe')
  expect(usualPlaces({ HOME: '/Users/me' }, 'darwin')).toContain(
    '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  )
})

test('headless shells are found beside Playwright’s Chromium and on the PATH', () => {
  const [own, systems] = [
    'chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell',
    'chromium-headless-shell',
  ]
  for (const path of [own, systems]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), '')
    chmodSync(join(folder, path), 0o755)
  }
  const chromium = join(folder, 'chromium-1255', 'chrome-linux64', 'chrome')
  expect(headlessShellCandidates({ PATH: folder }, chromium)).toEqual([join(folder, own), join(folder, systems)])
  expect(headlessShellCandidates({}, join(folder, 'chromium-1', 'chrome-linux64', 'chrome'))).toEqual([])
  expect(headlessShellCandidates({}, '/somewhere/else/chrome')).toEqual([])
})

test('a browser that is found exists', () => {
  for (const found of [findChromium(), findHeadlessShell()]) {
    expect(found === undefined || existsSync(found)).toBe(true)
  }
})

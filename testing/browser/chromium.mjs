import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The file with the path of the browser that set-up has started. A new installation of the packages removes it. */
export const provenChromium = fileURLToPath(new URL('../../node_modules/.paddock-chromium', import.meta.url))

/**
 * The browser for the tests: CHROMIUM_PATH, else the one that set-up has started, else the first that exists, if any.
 */
export function findChromium() {
  const proven = process.env.CHROMIUM_PATH || read(provenChromium)
  return proven && existsSync(proven) ? proven : chromiumCandidates()[0]
}

/** The file with the path of the headless shell that set-up has started; empty when the system has none. */
export const provenShell = fileURLToPath(new URL('../../node_modules/.paddock-headless-shell', import.meta.url))

/**
 * A Chromium without windows, which opens a page with a third of the work of the whole browser. It hides and freezes no
 * tab and has no back-forward cache. Undefined when set-up found none, or when CHROMIUM_PATH names a browser.
 */
export function findHeadlessShell() {
  const proven = process.env.CHROMIUM_PATH ? undefined : read(provenShell)
  return proven && existsSync(proven) ? proven : undefined
}

/** Playwright's options to start it. */
export function chromiumLaunchOptions(executablePath = findChromium()) {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  const isRoot = process.getuid?.() === 0
  return { executablePath, args: isRoot ? ['--no-sandbox', ...quiet] : quiet }
}

/**
 * Browsers that exist, best first. When CHROMIUM_PATH is set it is the only candidate.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} platform
 */
export function chromiumCandidates(env = process.env, platform = process.platform) {
  const all = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : [playwrightsOwn(), ...usualPlaces(env, platform)]
  return all.filter((path) => path && isProgram(path))
}

/**
 * Headless shells that exist: Playwright's, beside its Chromium, and the system's.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string | undefined} besides
 */
export function headlessShellCandidates(env = process.env, besides = playwrightsOwn()) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const systems = folders.map((folder) => join(folder, 'chromium-headless-shell'))
  return [besides && playwrightsShell(besides), ...systems].filter((path) => path && isProgram(path))
}

/** @param {string} chromium Playwright's: `…/chromium-1255/chrome-linux64/chrome`. */
function playwrightsShell(chromium) {
  const [, folder, revision, system] = /^(.*)[\\/]chromium-(\d+)[\\/]chrome-([^\\/]+)[\\/]/.exec(chromium) ?? []
  if (!folder) return undefined
  const program = system.startsWith('win') ? 'chrome-headless-shell.exe' : 'chrome-headless-shell'
  return join(folder, `chromium_headless_shell-${revision}`, `chrome-headless-shell-${system}`, program)
}

/**
 * The usual paths of Chromium, Chrome and Edge on each system.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} platform
 */
export function usualPlaces(env, platform) {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    const programs = [
      'Google/Chrome/Application/chrome',
      'Chromium/Application/chrome',
      'Microsoft/Edge/Application/msedge',
    ]
    return programs.flatMap((program) => folders.map((folder) => join(folder, `${program}.exe`)))
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '/', 'Applications')]
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return programs.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`))
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean)
  const programs = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge']
  return programs.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Undefined before the packages are installed. The file need not exist. */
function playwrightsOwn() {
  try {
    // Loaded here, since it takes a third of a second and set-up runs before it is installed.
    return createRequire(import.meta.url)('playwright').chromium.executablePath()
  } catch {
    return undefined
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  chromiumCandidates,
  chromiumLaunchOptions,
  headlessShellCandidates,
  provenChromium,
  provenShell,
} from '../../testing/browser/chromium.mjs'
import { packageBin } from './package-bin.mjs'
import { quietStep, SetupFailure } from './quiet-step.mjs'

/**
 * The last step: a Chromium that starts is known to findChromium(), and a headless shell, if there is one, to
 * findHeadlessShell().
 */
export function chromium(root) {
  function isDone() {
    if (!existsSync(provenShell)) return false
    const proven = existsSync(provenChromium) && readFileSync(provenChromium, 'utf8')
    return proven && existsSync(proven) && (process.env.CHROMIUM_PATH || proven) === proven
  }

  const limit = (seconds) => ({ cwd: root, env: { DEBIAN_FRONTEND: 'noninteractive' }, timeLimit: seconds * 1000 })

  async function run() {
    const problems = new Set()
    const proveOne = () => firstThatStarts(chromiumCandidates(), (problem) => problems.add(problem))

    let proven = await proveOne()
    for (const get of process.env.CHROMIUM_PATH ? [] : waysToGetOne(root, limit)) {
      if (!proven && (await succeeds(get))) proven = await proveOne()
    }
    if (!proven) throw new SetupFailure([...problems, whatToDo()].join('\n'))
    writeFileSync(provenChromium, proven)
    if (canAptGet() && proven === debiansChromium && headlessShellCandidates().length === 0) {
      // Optional: tests take twice as long without it.
      const shell = [['apt-get', ['update']], debian('chromium-headless-shell')]
      await succeeds(() => quietStep('Installing its headless shell', 10, shell, limit(120)))
    }
    writeFileSync(provenShell, (await firstThatStarts(headlessShellCandidates())) ?? '')
  }

  return { isDone, run }
}

const debiansChromium = '/usr/bin/chromium'
const debian = (name) => ['apt-get', ['install', '-y', '--no-install-recommends', name]]
const canAptGet = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

function waysToGetOne(root, limit) {
  const playwright = [packageBin(root, 'playwright')]
  const download = [process.execPath, [...playwright, 'install', 'chromium']]
  const libraries = [process.execPath, [...playwright, 'install-deps', 'chromium']]
  const chromium = [['apt-get', ['update']], debian('chromium')]
  const ways = [() => quietStep('Downloading Chromium', 30, [download], limit(120))]
  if (canAptGet()) {
    ways.push(async () => {
      // Playwright's Chromium was downloaded but does not start: a small system lacks libraries that it needs.
      const isThere = chromiumCandidates().length > 0
      if (isThere) await quietStep('Installing its libraries', 30, [libraries], limit(300))
    })
    ways.push(() => quietStep('Installing Chromium with apt-get', 30, chromium, limit(300)))
  }
  return ways
}

async function firstThatStarts(paths, onProblem = (_problem) => {}) {
  for (const path of new Set(paths)) {
    const problem = await whyItDoesNotStart(path)
    if (!problem) return path
    onProblem(`${path} does not start: ${problem}`)
  }
}

async function succeeds(get) {
  try {
    await get()
    return true
  } catch (error) {
    if (error instanceof SetupFailure) return false
    throw error
  }
}

async function whyItDoesNotStart(path) {
  // Loaded here, because the packages are installed after this file is loaded.
  const playwright = createRequire(import.meta.url)('playwright')
  try {
    const browser = await playwright.chromium.launch({ ...chromiumLaunchOptions(path), timeout: 20_000 })
    await browser.close()
  } catch (error) {
    const lines = error.message.split('\n')
    return (lines.find((line) => line.includes('[err]')) ?? lines[0]).trim()
  }
}

function whatToDo() {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) return `CHROMIUM_PATH is ${CHROMIUM_PATH}, which is no Chromium that starts: correct or unset it.`
  return 'The browser tests need a Chromium: install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one.'
}

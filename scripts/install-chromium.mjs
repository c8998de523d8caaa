import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromiumCandidates, chromiumLaunchOptions, provenChromium } from './chromium.mjs'
import { packageBin } from './package-bin.mjs'
import { quietStep, SetupFailure } from './quiet-step.mjs'

/** The last step: there is a Chromium that starts, and findChromium() knows it. */
export function chromium(root) {
  function isDone() {
    const proven = existsSync(provenChromium) && readFileSync(provenChromium, 'utf8')
    return proven && existsSync(proven) && (process.env.CHROMIUM_PATH || proven) === proven
  }

  async function run() {
    const problems = new Set()
    const proveOne = async () => {
      for (const path of new Set(chromiumCandidates())) {
        const problem = await whyItDoesNotStart(path)
        if (!problem) return path
        problems.add(`${path} does not start: ${problem}`)
      }
    }

    let proven = await proveOne()
    for (const get of process.env.CHROMIUM_PATH ? [] : waysToGetOne(root)) {
      if (!proven && (await succeeds(get))) proven = await proveOne()
    }
    if (!proven) throw new SetupFailure([...problems, whatToDo()].join('\n'))
    writeFileSync(provenChromium, proven)
  }

  return { isDone, run }
}

function waysToGetOne(root) {
  const playwright = [packageBin(root, '@playwright/test', 'playwright')]
  const download = [process.execPath, [...playwright, 'install', '--no-shell', 'chromium']]
  const libraries = [process.execPath, [...playwright, 'install-deps', 'chromium']]
  const debian = [
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
  ]
  const limit = (seconds) => ({ cwd: root, env: { DEBIAN_FRONTEND: 'noninteractive' }, timeLimit: seconds * 1000 })
  const ways = [() => quietStep('Downloading Chromium', 30, [download], limit(120))]
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    ways.push(async () => {
      // Playwright's own was downloaded and still does not start: a small system lacks libraries that it needs.
      const isThere = chromiumCandidates().length > 0
      if (isThere) await quietStep('Installing its libraries', 30, [libraries], limit(300))
    })
    ways.push(() => quietStep('Installing Chromium with apt-get', 30, debian, limit(300)))
  }
  return ways
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
  // Loaded here: the packages were installed after this file was read.
  const playwright = createRequire(import.meta.url)('@playwright/test')
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

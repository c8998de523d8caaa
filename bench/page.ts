/**
 * Measures what the spectators' page costs a phone: npm run bench:page [load] [updates]
 *
 * First load, input and data on a slow phone and a bad network, beside AXWare's static page of the same event; and the
 * main thread's time per update, beside a peer that rewrites its whole table. Saves, server, sockets and Chromium are
 * real. The budgets (testing/budgets/budgets.ts) are printed with the figures; only ratios are comparable across
 * machines.
 */
import { type Browser, chromium } from 'playwright'
import { chromiumLaunchOptions } from '../testing/browser/chromium.mjs'
import { type EventOnAir, putOnAir } from './page/event-on-air.ts'
import { loadReport } from './page/load-report.ts'
import { measureIdle } from './page/measure-data.ts'
import { shareOf, type TimeLeft } from './page/measure-updates.ts'
import { updateReport } from './page/update-report.ts'

/** No measurement begins after this time; the longest takes half a minute. Milliseconds. */
const time = 15 * 60_000

const notes = `ratio: Paddock's figure by the peer's. AXWare page: static, gzip, loaded again every 60 s: 11 times in 10 minutes.
all in: all work of the main thread divided by the number of updates: fading rows, ticking ages, checks.
Main-thread times are processor time, so that other programs do not count.`

const parts: Readonly<Record<string, (browser: Browser, timeLeft: TimeLeft) => Promise<void>>> = {
  async load(browser) {
    let idle: number | undefined
    for (const size of [140, 1300]) {
      await onAir(size, async (event) => {
        idle ??= await measureIdle(browser, event)
        console.log(`\n${await loadReport(browser, event, idle)}`)
      })
    }
  },
  async updates(browser, timeLeft) {
    for (const [index, size] of [1300, 10_000].entries()) {
      const share = shareOf(timeLeft, 2 - index)
      console.log(`\n${await updateReport(browser, size, share)}`)
    }
  },
}

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !Object.hasOwn(parts, name))
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(', ')}.`)
  process.exitCode = 2
} else await measure(wanted.length > 0 ? wanted : Object.keys(parts))

async function measure(names: readonly string[]): Promise<void> {
  const began = performance.now()
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    for (const name of names) await parts[name]?.(browser, () => time - (performance.now() - began))
    console.log(`\n${notes}\n\n${Math.round((performance.now() - began) / 1000)} s`)
  } finally {
    await browser.close()
  }
}

async function onAir(size: number, use: (event: EventOnAir) => Promise<void>): Promise<void> {
  const event = await putOnAir(size)
  try {
    await use(event)
  } finally {
    await event.close()
  }
}

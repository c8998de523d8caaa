import { fileURLToPath } from 'node:url'
import type { Browser, CDPSession, Page } from 'playwright'

/** What observe-page.js saw. Times are ms since the navigation began. */
export interface Observed {
  readonly firstPaint: number
  readonly largestPaint: number
  /** Cumulative layout shift. */
  readonly shift: number
  /** When all of the list was there, and live where the page can be live. */
  readonly whole: number
  readonly longTasks: readonly { readonly startTime: number; readonly duration: number }[]
  /** From each input to the frame with the rows that it asked for. */
  readonly answers: readonly number[]
  readonly interactions: readonly { readonly name: string; readonly id: number; readonly duration: number }[]
}

type Report = 'whole' | 'shown'

export interface ObservedPage {
  readonly page: Page
  readonly protocol: CDPSession
  observed(): Promise<Observed>
  /** Resolves with false when the page does not say so in time; what it said before does not count. */
  next(report: Report, patience: number): Promise<boolean>
  close(): Promise<void>
}

/** A phone's page with an empty cache, watched from its first element on. */
export async function openObserved(browser: Browser): Promise<ObservedPage> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  })
  const page = await context.newPage()
  const waiting = new Map<Report, () => void>()
  await page.exposeFunction('paddockReport', (report: Report) => waiting.get(report)?.())
  await page.addInitScript({ path: fileURLToPath(new URL('observe-page.js', import.meta.url)) })
  return {
    page,
    protocol: await context.newCDPSession(page),
    observed: () => page.evaluate('window.observed') as Promise<Observed>,
    next(report, patience) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(false), patience)
        const settle = (came: boolean) => {
          clearTimeout(timer)
          waiting.delete(report)
          resolve(came)
        }
        waiting.set(report, () => settle(true))
      })
    },
    close: () => context.close(),
  }
}

/** A slow phone on a bad network, as Lighthouse has them: 4x slower, 400 ms there and back, 400 kbit/s. */
export async function makeSlow(protocol: CDPSession): Promise<void> {
  const bytesPerSecond = 400_000 / 8
  await protocol.send('Network.enable')
  await protocol.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 400, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
  })
  await slowDown(protocol, 4)
}

/** Makes the processor so many times slower; 1 is its own speed. */
export async function slowDown(protocol: CDPSession, times: number): Promise<void> {
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: times })
}

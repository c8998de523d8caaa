import { fileURLToPath } from 'node:url'
import type { Browser, CDPSession, Page } from 'playwright'

/** The records of observe-page.js. Times are ms since the navigation began. */
export interface Observed {
  readonly firstPaint: number
  readonly largestPaint: number
  /** Cumulative layout shift. */
  readonly shift: number
  /** When all of the list was shown, and live if the page can be live. */
  readonly whole: number
  readonly longTasks: readonly { readonly startTime: number; readonly duration: number }[]
  /** From each input to the frame with the rows of the new view. */
  readonly answers: readonly number[]
  readonly interactions: readonly { readonly name: string; readonly id: number; readonly duration: number }[]
}

type Report = 'whole' | 'shown'

export interface ObservedPage {
  readonly page: Page
  readonly protocol: CDPSession
  observed(): Promise<Observed>
  /** Resolves to false when the page makes no such report within so many ms; earlier reports do not count. */
  next(report: Report, timeout: number): Promise<boolean>
  close(): Promise<void>
}

/** A phone's page with an empty cache, observed from its first element on. */
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
    next(report, timeout) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(false), timeout)
        const settle = (inTime: boolean) => {
          clearTimeout(timer)
          waiting.delete(report)
          resolve(inTime)
        }
        waiting.set(report, () => settle(true))
      })
    },
    close: () => context.close(),
  }
}

/** Lighthouse's slow phone and slow network: 4x slower, 400 ms round trip, 400 kbit/s. */
export async function makeSlow(protocol: CDPSession): Promise<void> {
  const bytesPerSecond = 400_000 / 8
  await protocol.send('Network.enable')
  await protocol.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 400, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
  })
  await slowDown(protocol, 4)
}

/** Makes the processor so many times slower; 1 is full speed. */
export async function slowDown(protocol: CDPSession, times: number): Promise<void> {
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: times })
}

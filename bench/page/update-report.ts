import type { Browser } from 'playwright'
import { budgets } from '../../testing/budgets/budgets.ts'
import { percentile } from '../figures/percentile.ts'
import { markdownTable } from '../report/markdown-table.ts'
import type { EventOnAir } from './event-on-air.ts'
import { type MeasuredSeries, measureUpdates, type Series, shareOf, type TimeLeft } from './measure-updates.ts'
import { formatAmount, formatRatio, verdict } from './verdict.ts'

const views = ['class', 'pax', 'table']

/**
 * Main thread per update in each view of events of `size` entries as a table, beside the peer that rewrites its table.
 */
export async function updateReport(browser: Browser, size: number, timeLeft: TimeLeft): Promise<string> {
  const budget = size > 1300 ? budgets.update10000 : budgets.update1300
  let measurements = 1 + views.length
  const measured = async (address: (event: EventOnAir) => string): Promise<Outcome> => {
    const share = shareOf(timeLeft, measurements)
    measurements -= 1
    if (share() <= 0) return 'no time'
    const series = await measureUpdates(browser, size, address, share)
    return series?.length === 0 ? 'no time' : series
  }
  const peer = await measured(({ peer }) => peer)
  const rows = peerRows(peer)
  for (const view of views) {
    const ours = await measured(({ paddock }) => `${paddock}/live?view=${view}`)
    if (!isMeasured(ours)) rows.push([view, ...missing(ours)])
    else {
      for (const series of ours) {
        const beside = isMeasured(peer) ? peer.find((one) => sameSeries(one, series)) : undefined
        const [own, others] = [median(series), beside && median(beside)]
        const result = series.slower === 1 ? verdict(budget, own) : ''
        rows.push([view, ...figures(series), formatRatio(own, others), result])
      }
    }
  }
  const header = [`main thread per update, ${size} rows`, 'changed', 'processor', 'median', 'p95', 'all in']
  return markdownTable([...header, 'updates', 'ratio', 'budget'], rows)
}

type Outcome = readonly MeasuredSeries[] | undefined | 'no time'

function peerRows(peer: Outcome): string[][] {
  const name = 'peer: innerHTML'
  return isMeasured(peer) ? peer.map((series) => [name, ...figures(series), '1', '']) : [[name, ...missing(peer)]]
}

function isMeasured(outcome: Outcome): outcome is readonly MeasuredSeries[] {
  return outcome !== undefined && outcome !== 'no time'
}

function missing(outcome: undefined | 'no time'): string[] {
  const why = outcome === undefined ? 'not live within 30 s' : 'not measured: the run’s time was over'
  return [why, ...Array.from({ length: 7 }, () => '')]
}

function figures(series: MeasuredSeries): string[] {
  const { drivers, slower, untilPainted, allIn } = series
  const times = [median(series), percentile(untilPainted, 0.95), allIn].map((time) => formatAmount(time, 'ms'))
  return [`${drivers}`, slower === 1 ? 'own speed' : `${slower}x slower`, ...times, `${untilPainted.length}`]
}

function median({ untilPainted }: MeasuredSeries): number {
  return percentile(untilPainted, 0.5)
}

function sameSeries(one: Series, other: Series): boolean {
  return one.drivers === other.drivers && one.slower === other.slower
}

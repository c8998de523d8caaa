import type { Browser } from 'playwright'
import { budgets } from '../../testing/budgets/budgets.ts'
import { markdownTable } from '../report/markdown-table.ts'
import type { EventOnAir } from './event-on-air.ts'
import { dataOfPage, dataOfRefreshing, measureData } from './measure-data.ts'
import { measureInput } from './measure-input.ts'
import { type LoadFigures, measureLoad } from './measure-load.ts'
import { formatAmount, formatRatio, verdict } from './verdict.ts'

/**
 * First load, input and data of one event as a table: Paddock, AXWare's page, their ratio, and the verdict of the
 * budget. `idle` are the bytes of an open page in ten minutes without updates.
 */
export async function loadReport(browser: Browser, event: EventOnAir, idle: number | undefined): Promise<string> {
  const ours = await measureLoad(browser, event.paddock, '/live')
  const peer = await measureLoad(browser, event.static, '/')
  const input = await measureInput(browser, event.paddock)
  const data = await measureData(browser, event)
  const open = data && idle !== undefined ? dataOfPage(data, idle) : undefined
  const reload = peer && dataOfRefreshing(peer.bytes)
  const isClub = event.size === 140
  const row = (what: string, name: keyof LoadFigures, result = '') => {
    const unit = name === 'bytes' ? 'bytes' : name === 'shift' ? 'shift' : 'ms'
    const amounts = [formatAmount(ours?.[name], unit), formatAmount(peer?.[name], unit)]
    return [what, ...amounts, formatRatio(ours?.[name], peer?.[name]), result]
  }
  const bytes = (what: string, one: number | undefined, other: number | undefined) => {
    return [what, formatAmount(one, 'bytes'), formatAmount(other, 'bytes'), formatRatio(one, other), '']
  }
  const alone = (what: string, value: number | undefined, result = '') => [
    what,
    formatAmount(value, 'ms'),
    '–',
    '–',
    result,
  ]
  return markdownTable(
    [`${event.size} entries, 4x slower, slow 3G`, 'Paddock', 'AXWare page', 'ratio', 'budget'],
    [
      row('first contentful paint', 'firstPaint'),
      row('largest contentful paint', 'largestPaint', isClub ? verdict(budgets.largestPaint, ours?.largestPaint) : ''),
      row('list complete (and live)', 'whole'),
      row('total blocking time', 'blocking'),
      row('cumulative layout shift', 'shift', verdict(budgets.layoutShift, ours?.shift)),
      row('bytes of the first load', 'bytes'),
      bytes('bytes to be up to date again', data?.update, peer?.bytes),
      bytes('bytes in 10 minutes, 30 updates', open, reload),
      bytes('… without the first load', open && data && open - data.firstLoad, reload && peer && reload - peer.bytes),
      alone('input: another view', input?.tab),
      alone('… until its rows are there', input?.rows),
      alone('input: a letter in the search', input?.search),
      alone('input: a driver’s sheet', input?.sheet),
      alone('interaction to next paint', input?.worst, verdict(budgets.interaction, input?.worst)),
    ],
  )
}

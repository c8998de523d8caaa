import { type News, newsOf } from '../day/news.ts'
import { displayName } from '../record/driver.ts'
import { formatTime } from '../record/run.ts'
import type { ChangedRow } from '../standings/changed-row.ts'
import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'
import { correctionOutcome, correctionWords } from '../wording/correction-words.ts'
import { formatPosition } from '../wording/ordinal.ts'
import { runOutcome } from '../wording/run-outcome.ts'
import { runWords } from '../wording/run-words.ts'
import { type PlaceLost, placeLost } from './place-lost.ts'
import { bounded, type PushNotification } from './push-notification.ts'

/** One change of the list: both standings, and at least the rows that differ. */
export interface PushStep {
  readonly before: Standings
  readonly after: Standings
  readonly changed: readonly ChangedRow[]
}

/**
 * What a change says to the followers of each driver: a run; else a correction that moved the result or the position;
 * else a place lost, with the entry that took it. Nothing for an entry that is added, removed or unchanged in all that.
 */
export function pushNews(
  { before, after, changed }: PushStep,
  isFollowed: (name: string) => boolean,
): ReadonlyMap<string, PushNotification> {
  const rows = changed.filter(({ before: old, after: now }) => old && now && isFollowed(now.driver.driver_name))
  const news = new Map<string, News[]>()
  for (const one of newsOf(rows, after, 0, 0)) {
    news.set(one.driver_name, [...(news.get(one.driver_name) ?? []), one])
  }
  const said = new Map<string, PushNotification>()
  for (const row of rows) {
    if (!row.after) continue
    const { driver_name } = row.after.driver
    const body = rowWords(row, news.get(driver_name) ?? [], before, after)
    if (body !== undefined) said.set(driver_name, notification(row.after, body))
  }
  return said
}

function notification({ driver }: Standing, body: string): PushNotification {
  const { driver_name } = driver
  const url = `/live?driver=${encodeURIComponent(driver_name)}`
  return bounded({ title: displayName(driver), body, tag: `driver ${driver_name}`, url })
}

function rowWords(row: ChangedRow, own: readonly News[], before: Standings, after: Standings): string | undefined {
  const run = own.findLast(({ kind }) => kind === 'run')
  if (run) return newsWords(run, after)
  const correction = own.findLast((one) => one.kind === 'correction' && movesResult(one))
  if (correction) return newsWords(correction, after)
  const lost = placeLost(row, before, after)
  return lost && lostWords(lost, row.after?.class_code ?? '', after)
}

function movesResult({ before, after }: News): boolean {
  return before.total !== after.total || before.position?.place !== after.position?.place
}

/** `Run 3: 40.934 clean. PB −0.311, 4th → 2nd in STR` */
function newsWords(one: News, { by_name, event, courses }: Standings): string {
  const run = `${courses > 1 ? `Course ${one.course + 1}, run` : 'Run'} ${one.run + 1}`
  const code = by_name.get(one.driver_name)?.class_code ?? ''
  const place = one.after.position && code !== '' ? ` in ${code}` : ''
  if (one.kind === 'run') {
    return `${run}: ${runWords(one.text, event.time_format)}. ${runOutcome(one, event).words}${place}`
  }
  return `${run} corrected: ${correctionWords(one, event.time_format)}. ${correctionOutcome(one, event)}${place}`
}

/** `2nd → 3rd in STR. Ahead now: Sylvia Bell 40.341` */
function lostWords({ from, to, takers }: PlaceLost, code: string, after: Standings): string {
  const [first, ...more] = takers
  const ranked_by = after.classes.find((one) => one.code === code)?.ranked_by
  const time = ranked_by === 'indexed' ? first?.indexed : first?.total
  const result = time === undefined ? '' : ` ${formatTime(time, after.event.time_format)}`
  const others = more.length === 0 ? '' : ` and ${more.length} more`
  const ahead = first ? `. Ahead now: ${displayName(first.driver)}${result}${others}` : ''
  return `${formatPosition(from)} → ${formatPosition(to)}${code === '' ? '' : ` in ${code}`}${ahead}`
}

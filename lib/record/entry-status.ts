import type { Driver } from './driver.ts'

/** Why an entry takes no place, whatever its runs: disqualified, withdrawn or out of competition. */
export type EntryStatus = 'DSQ' | 'WD' | 'OOC'

const statuses: ReadonlyMap<string, EntryStatus> = new Map([
  ['DSQ', 'DSQ'],
  ['DQ', 'DSQ'],
  ['EXC', 'DSQ'],
  ['WD', 'WD'],
  ['WDN', 'WD'],
  ['OOC', 'OOC'],
  ['HC', 'OOC'],
])

/** The status in the attribute `status` of a record; undefined for none, and for a text that is no status. */
export function entryStatus({ status }: Driver): EntryStatus | undefined {
  return typeof status === 'string' ? readStatus(status) : undefined
}

/** The status that a text means, in any case, such as `dq`. */
export function readStatus(text: string): EntryStatus | undefined {
  return statuses.get(text.trim().toUpperCase())
}

export const statusWords: Readonly<Record<EntryStatus, string>> = {
  DSQ: 'disqualified',
  WD: 'withdrawn',
  OOC: 'out of competition',
}

import type { TimeFormat } from '../../lib/run.ts'
import { ProgressBadge } from './progress-badge.tsx'
import { useEntryNotes } from './use-entry-notes.ts'

interface Props {
  readonly name: string
  readonly timeFormat: TimeFormat
  readonly short?: boolean
}

/** What an entry's newest run brought, while it is new. */
export function EntryBadge({ name, timeFormat, short = false }: Props) {
  return <ProgressBadge progress={useEntryNotes(name).progress} timeFormat={timeFormat} short={short} />
}

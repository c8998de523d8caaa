import { nextRequiredTime } from '../../../lib/chances/next-required-time.ts'
import { formatTime } from '../../../lib/record/run.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  /** For one short line: by how much, without the time itself. */
  readonly brief?: boolean
}

/** What an entry must do for the next place, in seconds of its own car; or that it leads, and by how much. */
export function NextRequiredTime({ standing, standings, brief = false }: Props) {
  return nextRequiredTimeWords(standing, standings, brief)
}

function nextRequiredTimeWords(standing: Standing, standings: Standings, brief: boolean): string {
  const time = (value: number) => formatTime(value, standings.event.time_format)
  const next = nextRequiredTime(standing, standings)
  if (next.kind === 'nothing') return ''
  if (next.kind === 'leads') {
    if (next.by === undefined) return 'leads the class'
    return next.by === 0 ? 'shares the lead' : `leads by ${time(next.by)}`
  }
  const { run, improvement, position } = next.required
  const place = formatPosition({ ...position, shared: false })
  if (run === undefined) return `needs any clean run for ${place}`
  if (improvement === undefined || improvement <= 0) return `needs ${time(run)} for ${place}`
  if (brief) return `needs ${time(improvement)} for ${place}`
  return `needs ${time(run)} for ${place}, ${time(improvement)} faster`
}

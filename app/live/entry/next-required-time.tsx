import { nextRequiredTime } from '../../../lib/chances/next-required-time.ts'
import { formatTime } from '../../../lib/record/run.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { formatPosition } from '../../../lib/wording/ordinal.ts'

interface Props {
  readonly standing: Standing
  readonly standings: Standings
  /** Only the improvement, without the time to beat: for one short line. */
  readonly brief?: boolean
}

/** The raw time that an entry requires for a better position in its class, or by how much it leads. */
export function NextRequiredTime({ standing, standings, brief = false }: Props) {
  return requiredTimeWords(standing, standings, brief)
}

function requiredTimeWords(standing: Standing, standings: Standings, brief: boolean): string {
  const time = (value: number) => formatTime(value, standings.event.time_format)
  const next = nextRequiredTime(standing, standings)
  if (next.kind === 'nothing') return ''
  if (next.kind === 'leads') {
    if (next.by === undefined) return 'leads the class'
    return next.by === 0 ? 'shares the lead' : `leads by ${time(next.by)}`
  }
  const { run, improvement, position } = next.required
  const wanted = formatPosition({ ...position, shared: false })
  if (run === undefined) return `needs any clean run for ${wanted}`
  if (improvement === undefined || improvement <= 0) return `needs ${time(run)} for ${wanted}`
  if (brief) return `needs ${time(improvement)} for ${wanted}`
  return `needs ${time(run)} for ${wanted}, ${time(improvement)} faster`
}

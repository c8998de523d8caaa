import type { PipelineState } from './pipeline-state.ts'

/** How publishing goes, by the worst thing that is known of it. */
export type Condition = 'publishing' | 'warned' | 'held' | 'stuck'

type Findings = Pick<PipelineState, 'problems' | 'warnings' | 'held' | 'stalled_since'>

/** A list that is held for a reason counts as held, whatever else stops it. */
export function conditionOf({ problems, warnings, held, stalled_since }: Findings): Condition {
  if (held) return 'held'
  if (stalled_since !== undefined) return 'stuck'
  return problems.length > 0 || warnings.length > 0 ? 'warned' : 'publishing'
}

/** The condition in the words of the desk, the log and the documents. */
export function conditionWords(state: Findings): string {
  const count = warningCount(state)
  switch (conditionOf(state)) {
    case 'held':
      return 'Holding a list'
    case 'stuck':
      return 'Stuck: the files cannot be published'
    case 'warned':
      return `Publishing, with ${count === 1 ? '1 warning' : `${count} warnings`}`
    default:
      return 'Publishing'
  }
}

/** Problems that stop no list, such as one of event.yaml, count as warnings. */
export function warningCount({ problems, warnings }: Pick<Findings, 'problems' | 'warnings'>): number {
  return problems.length + warnings.reduce((sum, { count = 1 }) => sum + count, 0)
}

/** What a desk says that does not hear the server. */
export const notConnected = 'Not connected: what follows may be old'

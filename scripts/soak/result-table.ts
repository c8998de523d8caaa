import type { SoakResult } from './run-soak.ts'

/** The result as a Markdown table, for the terminal and docs/RELIABILITY.md. */
export function resultTable(result: SoakResult): string {
  const { faults, troubles, clients, versions, logs, states, minutes, longestHealing } = result
  const rows: readonly (readonly [string, string])[] = [
    ['minutes', minutes.toFixed(1)],
    ['clients', `${clients}`],
    ['versions published', count(versions)],
    ['logs', count(logs)],
    ['states of clients looked at', count(states)],
    ...[...troubles].sort(([, a], [, b]) => b - a).map(([name, times]) => [name, count(times)] as const),
    ['longest time until all live clients were right again', seconds(longestHealing.live)],
    ['the same with the bare ones, which know no heartbeat', seconds(longestHealing.all)],
    ['divergences and other faults', `${faults.length}`],
  ]
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n')
}

const count = (number: number) => number.toLocaleString('en-US')
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'
import { attributeOf } from '../table/sort.ts'

/**
 * The entries that run after `last`, the next first, at most `most`: by `run_order`, in the same `heat`, behind the
 * last one again the first. Without entries that have no run left. Empty if `last` has no `run_order`.
 */
export function nextToRun({ raw }: Standings, last: Standing, most: number): readonly Standing[] {
  const own = orderOf(last)
  if (own === undefined) return []
  const heat = heatOf(last)
  const waiting = raw
    .filter((entry) => entry !== last && entry.runs_left !== 0 && heatOf(entry) === heat)
    .flatMap((standing) => {
      const order = orderOf(standing)
      return order === undefined ? [] : [{ standing, order }]
    })
    .sort((a, b) => a.order - b.order)
  const after = waiting.filter(({ order }) => order > own)
  const before = waiting.filter(({ order }) => order <= own)
  return [...after, ...before].slice(0, most).map(({ standing }) => standing)
}

/** The `run_order` as a number or a numeric text. */
function orderOf({ driver }: Standing): number | undefined {
  const value = attributeOf(driver, 'run_order')
  const order = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof order === 'number' && Number.isFinite(order) ? order : undefined
}

function heatOf({ driver }: Standing): string {
  return String(attributeOf(driver, 'heat') ?? '').trim()
}

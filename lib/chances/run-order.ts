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

/** The first entries of the day, at most `most`: by heat, then by `run_order`; empty if no entry has one. */
export function firstToRun({ raw }: Standings, most: number): readonly Standing[] {
  return raw
    .flatMap((standing) => {
      const order = orderOf(standing)
      return order === undefined ? [] : [{ standing, order, heat: heatOf(standing) }]
    })
    .sort((a, b) => compareHeats.compare(a.heat, b.heat) || a.order - b.order)
    .slice(0, most)
    .map(({ standing }) => standing)
}

/** Heat 2 is before heat 10. */
export const compareHeats = new Intl.Collator('en', { numeric: true })

/** The `run_order`, a number or a numeric text; undefined without one. */
export function orderOf({ driver }: Standing): number | undefined {
  const value = attributeOf(driver, 'run_order')
  const order = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof order === 'number' && Number.isFinite(order) ? order : undefined
}

/** The `heat` of an entry; '' without one. */
export function heatOf({ driver }: Standing): string {
  return String(attributeOf(driver, 'heat') ?? '').trim()
}

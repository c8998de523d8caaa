import type { Standing } from '../standings/standing.ts'
import type { Standings } from '../standings/standings.ts'
import { attributeOf } from '../table/sort.ts'

/**
 * Who comes to the start after an entry, the next first: by the file's `run_order`, inside the entry's `heat` where the
 * file has heats, from the last on to the first; those without a run left are passed over. Empty when the file does not
 * say.
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

/** A number, or a text that is one. */
function orderOf({ driver }: Standing): number | undefined {
  const value = attributeOf(driver, 'run_order')
  const order = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof order === 'number' && Number.isFinite(order) ? order : undefined
}

function heatOf({ driver }: Standing): string {
  return String(attributeOf(driver, 'heat') ?? '').trim()
}

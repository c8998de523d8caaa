import type { Results } from './create-results.ts'
import type { ResultsStore } from './results-store.ts'

/** What `compute` makes of the newest results, computed once for each list. Always pass the same function. */
export function derive<Value>(
  store: Pick<ResultsStore, 'get' | 'derived'>,
  compute: (results: Results) => Value,
): Value {
  const results = store.get()
  const known = store.derived.get(compute)
  if (known?.results === results) return known.value as Value
  const value = compute(results)
  store.derived.set(compute, { results, value })
  return value
}

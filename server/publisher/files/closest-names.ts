/** The names most similar to the wanted one, best first, at most `limit`; case does not count. */
export function closestNames(wanted: string, names: readonly string[], limit = 3): readonly string[] {
  return names
    .map((name) => ({ name, distance: distance(wanted.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, limit)
    .map(({ name }) => name)
}

/** The name that was probably meant; undefined when none is similar enough. */
export function likelyName(wanted: string, names: readonly string[]): string | undefined {
  const [closest] = closestNames(wanted, names, 1)
  const most = 1 + Math.floor(wanted.length / 3)
  return closest !== undefined && distance(wanted.toLowerCase(), closest.toLowerCase()) <= most ? closest : undefined
}

// Levenshtein, one row at a time.
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

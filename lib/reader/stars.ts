/** Where a browser keeps whom its reader follows. */
export const starsKey = 'paddock.stars'

/** Nobody follows more; a link with names in it must not fill the storage of whoever opens it. */
export const mostStars = 200

/** The driver names that were stored; none when it cannot be read. */
export function readStars(text: string | null): ReadonlySet<string> {
  try {
    const names: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(names)) return new Set()
    return new Set(names.filter((name) => typeof name === 'string').slice(0, mostStars))
  } catch {
    return new Set()
  }
}

export function formatStars(stars: ReadonlySet<string>): string {
  return JSON.stringify([...stars])
}

/** With the driver if it was not there, else without. */
export function withStar(stars: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(stars)
  if (!next.delete(name) && next.size < mostStars) next.add(name)
  return next
}

/** With all of them, as far as the limit goes. */
export function withStars(stars: ReadonlySet<string>, names: Iterable<string>): ReadonlySet<string> {
  return new Set([...new Set([...stars, ...names])].slice(0, Math.max(mostStars, stars.size)))
}

/** Without the driver; the same set if it was not there. */
export function withoutStar(stars: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return stars.has(name) ? new Set([...stars].filter((one) => one !== name)) : stars
}

/** Those whom a browser follows, and those whom the link that it opened follows. */
export function withFollowed(stars: ReadonlySet<string>, followed: readonly string[]): ReadonlySet<string> {
  return followed.every((name) => stars.has(name)) ? stars : new Set([...stars, ...followed])
}

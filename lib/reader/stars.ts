/** The storage key of the followed driver names. */
export const starsKey = 'paddock.stars'

/** The most stars: a link with many names must not fill a reader's storage. */
export const mostStars = 200

/** Reads stored driver names; none if the text is not valid. */
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

/** Adds the name, or removes it if it is there. */
export function withStar(stars: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(stars)
  if (!next.delete(name) && next.size < mostStars) next.add(name)
  return next
}

/** Adds names up to the limit. */
export function withStars(stars: ReadonlySet<string>, names: Iterable<string>): ReadonlySet<string> {
  return new Set([...new Set([...stars, ...names])].slice(0, Math.max(mostStars, stars.size)))
}

/** Without the name; the same set if it was not there. */
export function withoutStar(stars: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return stars.has(name) ? new Set([...stars].filter((one) => one !== name)) : stars
}

/** The stars and the names that the opened link follows; `stars` itself if it has them all. */
export function withFollowed(stars: ReadonlySet<string>, followed: readonly string[]): ReadonlySet<string> {
  return followed.every((name) => stars.has(name)) ? stars : new Set([...stars, ...followed])
}

import type { IncomingMessage } from 'node:http'

/** The cookies of a request. Of two with one name the first counts, as browsers send the more specific path first. */
export function cookiesOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (headers.cookie ?? '').split(';').flatMap((part): [string, string][] => {
    const end = part.indexOf('=')
    return end < 0 ? [] : [[part.slice(0, end).trim(), part.slice(end + 1).trim()]]
  })
  return new Map(pairs.reverse())
}

import type { Standings } from '../standings/standings.ts'
import { formatChoice, readChoice } from './view-state.ts'

/** In characters: some messengers cut longer addresses. */
export const longestLink = 8000

export interface FollowLink {
  readonly address: string
  /** The names in the address: as many as fit, in the given order. */
  readonly names: readonly string[]
}

/** The address of Mine with these driver names, at `origin`. Undefined if no name fits. */
export function followLink(
  origin: string,
  names: Iterable<string>,
  longest: number = longestLink,
): FollowLink | undefined {
  const mine = readChoice({ view: 'mine' })
  const addressOf = (follow: readonly string[]) => `${origin}/live${formatChoice({ ...mine, follow })}`
  let length = addressOf([]).length
  const fitting: string[] = []
  for (const name of names) {
    length += addressOf([name]).length - addressOf([]).length
    if (length > longest) break
    fitting.push(name)
  }
  return fitting.length === 0 ? undefined : { address: addressOf(fitting), names: fitting }
}

/** The names of a link that are entered, those that are not, and those that this browser does not follow yet. */
export function followedByLink(
  follow: readonly string[],
  own: ReadonlySet<string>,
  { by_name }: Pick<Standings, 'by_name'>,
): { readonly entered: readonly string[]; readonly unknown: readonly string[]; readonly fresh: readonly string[] } {
  // Without a list it is unknown which names are entered.
  const isEntered = (name: string) => by_name.size === 0 || by_name.has(name)
  return {
    entered: follow.filter(isEntered),
    unknown: follow.filter((name) => !isEntered(name)),
    fresh: follow.filter((name) => !own.has(name)),
  }
}

/** `3 drivers`, or `180 of 200 drivers`. */
export function linkCount(inLink: number, all: number): string {
  if (inLink < all) return `${inLink} of ${all} drivers`
  return inLink === 1 ? '1 driver' : `${inLink} drivers`
}

/** One sentence: how many drivers a link follows, and how many of them are not entered. */
export function describeLink(followed: number, unknown: number): string {
  if (followed === 1) return `This link follows 1 driver${unknown === 0 ? '' : ', who is not entered'}.`
  const most = unknown === 1 ? '1 of them is not entered' : `${unknown} of them are not entered`
  const missing = unknown === 0 ? '' : unknown === followed ? ', none of them entered' : `; ${most}`
  return `This link follows ${followed} drivers${missing}.`
}

import type { Standings } from '../standings/standings.ts'
import { formatChoice, readChoice } from './view-state.ts'

/** Longer addresses are cut by some of the programs that people send them with. In characters. */
export const longestLink = 8000

export interface FollowLink {
  readonly address: string
  /** Whom it follows: as many, in the order given, as fit. */
  readonly names: readonly string[]
}

/** The address of Mine with these drivers, at `origin`. Undefined when nobody fits. */
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

/**
 * What a link that follows drivers means here: who is entered, who is not, and whom this browser does not follow yet.
 */
export function followedByLink(
  follow: readonly string[],
  own: ReadonlySet<string>,
  { by_name }: Pick<Standings, 'by_name'>,
): { readonly entered: readonly string[]; readonly unknown: readonly string[]; readonly fresh: readonly string[] } {
  // Before the list is there, nobody is entered, and that says nothing about anybody.
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

/** What a link does, in a sentence: how many it follows, and how many of them are not entered. */
export function describeLink(followed: number, unknown: number): string {
  if (followed === 1) return `This link follows 1 driver${unknown === 0 ? '' : ', who is not entered'}.`
  const most = unknown === 1 ? '1 of them is not entered' : `${unknown} of them are not entered`
  const missing = unknown === 0 ? '' : unknown === followed ? ', none of them entered' : `; ${most}`
  return `This link follows ${followed} drivers${missing}.`
}

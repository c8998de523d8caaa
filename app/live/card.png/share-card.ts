import type { Event } from '../../../lib/record/event.ts'

/** What the picture of a link says. */
export interface ShareCard {
  readonly title: string
  /** Date and place; '' when neither can be drawn. */
  readonly details: string
  readonly state: Event['state']
}

/** Longer titles are cut off: three lines of the picture. */
const longestTitle = 90

/**
 * The characters that the picture's font has (Latin, Vietnamese, Cyrillic, punctuation), without those that are drawn
 * as emoji. The renderer would look for any other in the network.
 */
export const drawable = /^[ -~¡-¨ª-¬¯-ēĖ-īĮ-ķĹ-ľŁ-ňŊ-ōŐ-žЀ-џẠ-ỹ–—‘’‚“”„†-•…‰‹›€]*$/

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3/gu

/**
 * The picture for an event, or undefined when its title cannot be drawn. Emoji are left out; so is a place in another
 * script.
 */
export function shareCard({ title, date, place, state }: Event): ShareCard | undefined {
  const shown = plain(title)
  if (shown === '' || !drawable.test(shown)) return undefined
  const details = [date, place].map((detail) => plain(detail ?? '')).filter((detail) => detail !== '')
  return {
    title: shown.length > longestTitle ? `${shown.slice(0, longestTitle).trimEnd()}…` : shown,
    details: details
      .filter((detail) => drawable.test(detail))
      .join(' · ')
      .slice(0, longestTitle),
    state,
  }
}

function plain(text: string): string {
  return text.replace(emoji, '').replace(/\s+/g, ' ').trim()
}

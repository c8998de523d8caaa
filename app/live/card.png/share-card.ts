import type { Event } from '../../../lib/record/event.ts'

/** What the picture of a link shows. */
export interface ShareCard {
  readonly title: string
  /** Date and place; '' when neither can be drawn. */
  readonly details: string
  readonly state: Event['state']
}

/** A longer title is cut off: it would not fit into three lines of the picture. In characters. */
const longestTitle = 90

/**
 * The characters that the renderer's font has (Latin, Vietnamese, Cyrillic, punctuation), without emoji. For any other
 * character the renderer would request a font from the network.
 */
export const drawable = /^[ -~¡-¨ª-¬¯-ēĖ-īĮ-ķĹ-ľŁ-ňŊ-ōŐ-žЀ-џẠ-ỹ–—‘’‚“”„†-•…‰‹›€]*$/

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3/gu

/**
 * The card of an event; undefined when its title cannot be drawn. Emoji are left out, and so is a date or place that
 * cannot be drawn.
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

/** How many characters (as people count them) a name may have. */
export const maximumNameLength = 200
const maximumNameUnits = 2800

// Controls, and the marks that make a text run backwards or hide it: bidi embeddings, overrides, isolates, zero-width,
// BOM. U+200D and U+200C stay (emoji and Persian names need them), as do U+200E and U+200F, which override nothing.
const refused = /[\p{Cc}\u061c\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e007f}]/gu

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

export interface CleanName {
  readonly name: string
  /** What was removed beyond white space; worth a warning. */
  readonly complaint?: 'refused_characters' | 'too_long'
}

/** The name to show and to use as key: NFC, trimmed, inner spaces collapsed, without controls and bidi overrides. */
export function cleanName(text: string): CleanName {
  const spaced = text.normalize('NFC').replace(/[^\S\ufeff]+/gu, ' ')
  const allowed = spaced.replace(refused, '')
  const name = allowed.replace(/ +/g, ' ').trim()
  const short = shorten(name)
  if (short !== name) return { name: short, complaint: 'too_long' }
  return allowed === spaced ? { name } : { name, complaint: 'refused_characters' }
}

function shorten(name: string): string {
  if (name.length <= maximumNameLength) return name
  let length = 0
  let count = 0
  for (const { segment } of characters.segment(name.slice(0, maximumNameUnits))) {
    if (count === maximumNameLength) break
    length += segment.length
    count += 1
  }
  return name.slice(0, length).trim()
}

const plain = /^[!-~]+(?: [!-~]+)*$/

/** A terminal obeys control characters, C1 too: U+009B is ESC [ in one character. */
const controls = /[\p{Cc}\p{Cs}]/gu
/** Invisible characters that reverse or hide text, and whose width depends on the terminal. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const skinTones = /(?<=\p{Emoji_Modifier_Base})\p{Emoji_Modifier}+/gu
/** No script has more marks on a character; a thousand would cover the lines above and below. */
const marksOfOne = /(\p{M}{4})\p{M}+/gu

/**
 * Text from outside, safe for a terminal: one line, spaces collapsed, every control replaced by a sign, and no
 * character that reverses, hides or joins others.
 */
export function safeText(text: string): string {
  if (plain.test(text) || text === '') return text
  return text
    .replace(/[^\S\ufeff]+/gu, ' ')
    .replace(controls, '�')
    .replace(invisible, '')
    .replace(skinTones, '')
    .normalize('NFC')
    .replace(marksOfOne, '$1')
    .replace(/ +/g, ' ')
    .replace(/^[ \p{M}]+| $/gu, '')
}

/**
 * Replaces every control, as the last check before the terminal. Spaces are unchanged.
 */
export function withoutOrders(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '�')
}

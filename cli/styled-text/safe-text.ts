const plain = /^[!-~]+(?: [!-~]+)*$/

/** A terminal takes orders from controls. C1 too: U+009B is what ESC [ is, in one character. */
const controls = /[\p{Cc}\p{Cs}]/gu
/**
 * Nothing is seen of these, but they turn text around or hide it, and terminals disagree about how wide they make it.
 */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const skinTones = /(?<=\p{Emoji_Modifier_Base})\p{Emoji_Modifier}+/gu
/** No script piles up more marks than this; a pile of a thousand covers the lines above and below. */
const marksOfOne = /(\p{M}{4})\p{M}+/gu

/**
 * Text from outside as a terminal may be given it: one line, spaces collapsed, every control replaced by a sign that
 * something was there, and no character that turns, hides or joins others.
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
 * The last gate before the terminal: whatever became of a text on its way, it gives no orders. Keeps spaces as they
 * are.
 */
export function withoutOrders(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '�')
}

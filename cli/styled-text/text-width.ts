const ascii = /^[ -~]*$/
const zero = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]$/u
/** One cell each, so that the two of a flag take two. Unicode counts them among the emoji. */
const regionalIndicator = /^\p{Regional_Indicator}$/u
/** East Asian Width W and F, by properties where JavaScript has one, else by blocks. */
const wide = [
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]$/u,
  /^[\p{Script=Yi}\p{Script=Tangut}\p{Script=Nushu}\p{Script=Khitan_Small_Script}]$/u,
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u4dc0-\u4dff\ua490-\ua4cf\ua960-\ua97c\uac00-\ud7a3]$/u,
  /^[\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6]$/u,
  /^[\u{16fe0}-\u{16fff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]$/u,
]
const narrowAmongThem = /^[\u02ea\u02eb\u303f\u3248-\u324f\uff61-\uffdc]$/u

/** The cells of a safe text in a terminal: 2 for wide characters, 0 for marks. */
export function textWidth(text: string): number {
  if (ascii.test(text)) return text.length
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

function characterWidth(character: string): number {
  if (ascii.test(character) || regionalIndicator.test(character)) return 1
  if (zero.test(character)) return 0
  if (narrowAmongThem.test(character)) return 1
  return wide.some((pattern) => pattern.test(character)) ? 2 : 1
}

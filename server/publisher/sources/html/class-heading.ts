/** The class that a heading names. */
export interface ClassHeading {
  readonly code: string
  /** '' where the heading has only one of both. */
  readonly name: string
}

// cspell:disable: headings of many languages
const lead =
  /^(?:(?:unofficial|provisional|final|class)\s+)?(?:(?:results?|standings|ergebnisse?)\s+(?:for|of|in)\s+)?(?:(?:class|klasse|classe|clase|category|kategorie|division|group|gruppe)(?:\s+|\s*[:#]\s*))?/i
const things = '(?:entr(?:y|ies)|cars?(?:\\(s\\))?|drivers?|starters?|competitors?|karts?|teilnehmer|fahrer)'
// cspell:enable
const count = new RegExp(
  `[\\s,;([–—-]*(?:(?:total\\s+)?${things}\\s*[:=]\\s*\\d+|\\d+\\s+${things})[\\s)\\]]*$|\\s*[(\\[]\\d+[)\\]]$`,
  'i',
)

const codeFirst = /^(\S{1,12})\s*(?:\s[-–—|]\s|:\s)\s*(.+)$/
const codeInBrackets = /^(.+?)\s*[([]\s*([\p{L}\d][\p{L}\d+/-]{0,11})\s*[)\]]$/u
const codeLast = /^(.*\s.*?)\s+[-–—|]\s+([\p{Lu}\d]{1,6})$/u

/**
 * Reads headings such as `STR - Street Touring R (12 entries)`, `Class STR`, `Street Touring R (STR)`. A text of
 * another kind is the code as it is.
 */
export function readClassHeading(text: string): ClassHeading {
  const counted = text.trim().replace(count, '') || text.trim()
  const plain = counted.replace(lead, '').trim() || counted
  const last = codeInBrackets.exec(plain) ?? codeLast.exec(plain)
  if (last) return { code: last[2] ?? '', name: unquoted(last[1] ?? '') }
  const first = codeFirst.exec(plain)
  return first ? { code: first[1] ?? '', name: unquoted(first[2] ?? '') } : { code: plain, name: '' }
}

function unquoted(name: string): string {
  return name.trim().replace(/^(['"])(.*)\1$/, '$2')
}

// cspell:ignore bfnrt: what may follow a backslash
const token =
  /[ \t\n\r]*("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)|[[\]{},:])/y

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end'

/**
 * Where a text stops being JSON: the offset of the first token that is wrong; undefined for JSON. Engines name a place
 * only in some of their messages.
 */
export function jsonFault(text: string): number | undefined {
  const open: string[] = []
  let expected: Expected = 'value'
  let at = 0
  while (true) {
    token.lastIndex = at
    const match = token.exec(text)
    const start = match ? token.lastIndex - (match[1] ?? '').length : afterSpaces(text, at)
    if (!match) return start === text.length && expected === ', or end' && open.length === 0 ? undefined : start
    const next = step(match[1] ?? '', expected, open)
    if (next === undefined) return start
    expected = next
    at = token.lastIndex
  }
}

function afterSpaces(text: string, at: number): number {
  const rest = /[ \t\n\r]*/y
  rest.lastIndex = at
  rest.exec(text)
  return rest.lastIndex
}

/** What may follow a token; undefined when the token is not what is expected. Opens and closes brackets. */
function step(text: string, expected: Expected, open: string[]): Expected | undefined {
  const isClosing = text === ']' || text === '}'
  if (isClosing) {
    const isFit = expected === ', or end' || expected === (text === ']' ? 'value or ]' : 'key or }')
    return isFit && open.pop() === (text === ']' ? '[' : '{') ? ', or end' : undefined
  }
  if (text === ',') {
    if (expected !== ', or end' || open.length === 0) return undefined
    return open.at(-1) === '[' ? 'value' : 'key'
  }
  if (text === ':') return expected === ':' ? 'value' : undefined
  if (expected === 'key' || expected === 'key or }') return text.startsWith('"') ? ':' : undefined
  if (expected !== 'value' && expected !== 'value or ]') return undefined
  if (text !== '[' && text !== '{') return ', or end'
  open.push(text)
  return text === '[' ? 'value or ]' : 'key or }'
}

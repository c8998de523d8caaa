import { requireText } from '../require-text.ts'
import { SourceError } from '../source-error.ts'
import { refuseManyValues } from './data-limits.ts'
import { jsonFault } from './json-fault.ts'
import { withoutPrototypeKeys } from './without-prototype-keys.ts'

/** Reads JSON. Throws 'half_written' for a text that ends too early, 'unreadable' with the line for any other error. */
export function readJson(text: string, file: string): unknown {
  requireText(text, file)
  refuseManyValues(text, file)
  try {
    return withoutPrototypeKeys(JSON.parse(text))
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(file, error)
    if (!(error instanceof SyntaxError)) throw error
    if (endsTooEarly(text)) {
      const hint = 'The next save will complete it; nothing is lost.'
      const line = text.trimEnd().split('\n').length
      throw new SourceError('half_written', file, 'the JSON stops before its end.', hint, line)
    }
    const fault = jsonFault(text) ?? 0
    const found = /^[^\s,\]}]{1,20}/.exec(text.slice(fault))?.[0]
    const place =
      found === undefined ? 'this is no valid JSON.' : `this is no valid JSON: ${found} is not expected here.`
    const hint = isLines(text)
      ? `A file with one object a line is read by jsonl("${file}").`
      : 'Let a program write the file, or check it with a JSON validator.'
    throw new SourceError('unreadable', file, place, hint, text.slice(0, fault).split('\n').length)
  }
}

function tooDeep(file: string, { message }: RangeError): SourceError {
  return new SourceError('unreadable', file, `${message}.`, 'Check that this is the file with the results.')
}

/** Whether the first line is an object by itself, and another follows. */
function isLines(text: string): boolean {
  const [first = '', second = ''] = text.split('\n').filter((line) => line.trim() !== '')
  return /^\s*\{.*\}\s*$/.test(first) && /^\s*\{/.test(second)
}

// Engines word this error in many ways; an open bracket at the end is certain.
function endsTooEarly(text: string): boolean {
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"?|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth -= 1
  }
  return depth > 0
}

import { format } from 'numfmt'

const dayMs = 86_400_000
/** Days from the first day of 1900 to that of 1904, from which the dates of some workbooks count. */
const daysTo1904 = 1462

/**
 * A number as its cell shows it, and no less exact: of a time, the milliseconds stay that its format leaves out
 * (`mm:ss.0` shows 1:01.234 as 01:01.2), and of a plain number the decimals. Without separators of thousands.
 */
export function numberText(value: number, code: string, is1904 = false): string {
  if (!Number.isFinite(value)) return ''
  if (code === 'General' || code === '@' || code === '') return plainNumber(value)
  const shape = shapeOf(code)
  if (/[dhmsy]/i.test(shape)) return timeText(value, code, shape, is1904)
  const shown = formatted(code, value)
  if (shown === undefined) return plainNumber(value)
  const digits = shown.trim().replaceAll(',', '')
  if (!/^-?\d+(?:\.\d+)?$/.test(digits)) return shown.trim()
  return Math.abs(Number(digits) - value) < 1e-9 ? digits : plainNumber(value)
}

/** A format without its texts, colours and the parts for other numbers. */
function shapeOf(code: string): string {
  return code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0] ?? ''
}

function timeText(value: number, code: string, shape: string, is1904: boolean): string {
  const days = is1904 && /[yd]/i.test(shape) ? value + daysTo1904 : value
  const [, decimals] = /s\]?(?:\.(0+))?/i.exec(shape) ?? []
  const ms = Math.round(days * dayMs)
  // As a run, 0:01:01 can be an hour or a minute; 0:01:01.000 is a minute.
  const isShort = /h/i.test(shape) && days < 1 / 24 && !decimals
  const isShown = !isShort && ms % 10 ** Math.max(0, 3 - (decimals?.length ?? 0)) === 0
  const isExact = !/s/i.test(shape) || isShown
  const exact = isExact ? code : code.replace(/(s+\]?)(?:\.0+)?/i, '$1.000')
  return (formatted(exact, ms / dayMs) ?? plainNumber(value)).trim()
}

/** Undefined for a format that cannot be read. */
function formatted(code: string, value: number): string | undefined {
  try {
    return format(code, value, { nbsp: false, throws: true })
  } catch {
    return undefined
  }
}

/** As many digits as Excel shows: 61.19999999999999 is 61.2. */
function plainNumber(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(11)))
}

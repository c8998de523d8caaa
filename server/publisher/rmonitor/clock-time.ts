const pattern = /^(\d{1,3}):([0-5]\d):([0-5]\d)(?:\.(\d{1,3}))?$/
/** What timing software writes where it has no time. */
const noTimes = new Set(['00:59:59.999', '99:59:59.999'])

/** Milliseconds of `00:01:23.456`, `none` where the line says that there is no time; undefined for any other text. */
export function readClockTime(text: string): number | 'none' | undefined {
  if (text === '' || noTimes.has(text)) return 'none'
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, hours, minutes, seconds, decimals = ''] = match
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return whole * 1000 + Number(decimals.padEnd(3, '0')) || 'none'
}

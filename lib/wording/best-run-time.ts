/**
 * `Best run published at 14:32`, with the times of day of the runs that count; '' without one. It is the time of the
 * list that had the run first: the file of the timing software has none.
 */
export function bestRunTimeWords(times: readonly string[]): string {
  if (times.length === 0) return ''
  return `${times.length === 1 ? 'Best run' : 'Best runs'} published at ${times.join(', ')}`
}

/** `2 runs left`; '' when the number is unknown. */
export function runsLeftWords(runs: number | undefined): string {
  if (runs === undefined) return ''
  return runs === 0 ? 'no runs left' : runs === 1 ? '1 run left' : `${runs} runs left`
}

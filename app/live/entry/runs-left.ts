/** `2 runs left`; '' when the event does not say how many there are. */
export function runsLeftWords(runs: number | undefined): string {
  if (runs === undefined) return ''
  return runs === 0 ? 'no runs left' : runs === 1 ? '1 run left' : `${runs} runs left`
}

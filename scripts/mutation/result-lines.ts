import type { Trial } from './try-guard.ts'

/** What became of one guard, in a line. */
export function trialLine({ guard, verdict, seconds }: Trial): string {
  const time = `in ${seconds.toFixed(1)} s`
  if (verdict.kind === 'survived') return `${guard.id}: SURVIVED ${time}`
  if (verdict.kind === 'broken') return `${guard.id}: BROKEN MUTATION, ${verdict.reason}`
  if (verdict.kind === 'did_not_end') return `${guard.id}: caught, the tests did not end ${time}`
  const test = `"${verdict.by.titles.join(' > ')}" (${verdict.by.file})`
  if (verdict.kind === 'unsure') return `${guard.id}: UNSURE, ${test} failed, and passed at the second try`
  return `${guard.id}: caught by ${test} ${time}`
}

/** The table at the end: the files with how many of their guards were caught, and below it every guard that was not. */
export function resultLines(trials: readonly Trial[]): readonly string[] {
  const files = [...new Set(trials.map(({ guard }) => guard.file))]
  const width = Math.max(...files.map((file) => file.length))
  const rows = files.map((file) => {
    const own = trials.filter(({ guard }) => guard.file === file)
    return `${file.padEnd(width)}  ${String(own.filter(isCaught).length).padStart(3)} of ${own.length}`
  })
  const left = trials.filter((trial) => !isCaught(trial))
  const seconds = trials.reduce((sum, trial) => sum + trial.seconds, 0)
  const caught = `${trials.length - left.length} of ${trials.length} guards caught`
  return ['', ...rows, '', `${caught}; ${Math.round(seconds)} s of trials`, ...left.map(notCaught)]
}

function isCaught({ verdict }: Trial): boolean {
  return verdict.kind === 'caught' || verdict.kind === 'did_not_end'
}

function notCaught(trial: Trial): string {
  return `${trialLine(trial)}; ${trial.guard.file}, ${trial.guard.what}`
}

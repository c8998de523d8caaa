import type { SoakResult } from './run-soak.ts'

/** A run with fewer proves nothing. */
const leastVersions = 11
const leastStates = 101

/** The reasons why a run is no proof: its faults, and whether too little happened. */
export function objections({
  faults,
  versions,
  states,
}: Pick<SoakResult, 'faults' | 'versions' | 'states'>): readonly string[] {
  const isEnough = versions >= leastVersions && states >= leastStates
  return isEnough ? faults : [...faults, `too little happened: ${versions} versions, ${states} states looked at`]
}

import type { SoakResult } from './run-soak.ts'

/** Fewer of them show nothing. */
const leastVersions = 11
const leastStates = 101

/** Why a run is no proof: its faults, and that too little happened. */
export function objections({
  faults,
  versions,
  states,
}: Pick<SoakResult, 'faults' | 'versions' | 'states'>): readonly string[] {
  const isEnough = versions >= leastVersions && states >= leastStates
  return isEnough ? faults : [...faults, `too little happened: ${versions} versions, ${states} states looked at`]
}

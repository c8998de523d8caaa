'use client'

import { type Callouts, calloutsKey, formatCallouts, readCallouts } from '../../../lib/reader/callouts.ts'
import { storedText } from '../browser/stored.ts'
import { useStored } from '../browser/use-stored.ts'

const stored = storedText(calloutsKey)

/**
 * Whether this browser speaks and vibrates for followed drivers; all its tabs share that. Both are off until the page
 * runs.
 */
export function useCallouts(): readonly [Callouts, (change: Partial<Callouts>) => void] {
  return [useStored(stored, readCallouts), change]
}

function change(part: Partial<Callouts>): void {
  stored.set(formatCallouts({ ...readCallouts(stored.get()), ...part }))
}

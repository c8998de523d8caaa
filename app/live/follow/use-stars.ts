'use client'

import { formatStars, readStars, starsKey } from '../../../lib/reader/stars.ts'
import { storedText } from '../browser/stored.ts'
import { useStored } from '../browser/use-stored.ts'

const stored = storedText(starsKey)

export interface Stars {
  readonly stars: ReadonlySet<string>
  /** Replaces the stars; `next` gets the stored ones, which another tab may have changed. */
  readonly change: (next: (stars: ReadonlySet<string>) => ReadonlySet<string>) => void
}

/** The followed drivers by driver_name, stored in this browser and shared by its tabs; empty until the page runs. */
export function useStars(): Stars {
  return { stars: useStored(stored, readStars), change }
}

function change(next: (stars: ReadonlySet<string>) => ReadonlySet<string>): void {
  stored.set(formatStars(next(readStars(stored.get()))))
}

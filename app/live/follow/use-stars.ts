'use client'

import { formatStars, readStars, starsKey } from '../../../lib/reader/stars.ts'
import { storedText } from '../browser/stored.ts'
import { useStored } from '../browser/use-stored.ts'

const stored = storedText(starsKey)

export interface Stars {
  readonly stars: ReadonlySet<string>
  /** What is followed from now on, given what is followed at this moment, in whichever tab that was decided. */
  readonly change: (next: (stars: ReadonlySet<string>) => ReadonlySet<string>) => void
}

/** Whom the reader follows, kept in this browser and the same in all its tabs. Nobody, until the page runs. */
export function useStars(): Stars {
  return { stars: useStored(stored, readStars), change }
}

function change(next: (stars: ReadonlySet<string>) => ReadonlySet<string>): void {
  stored.set(formatStars(next(readStars(stored.get()))))
}

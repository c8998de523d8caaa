'use client'

import { useMemo, useState } from 'react'
import type { Drivers } from '../../lib/driver.ts'
import type { Event } from '../../lib/event.ts'
import { type Standings, standings } from '../../lib/standings.ts'

/** The standings of a list. Each is worked out from the one before, so that rows which did not change keep their identity. */
export function useStandings(drivers: Drivers, event: Event): Standings {
  const [next] = useState(standingsOneAfterAnother)
  return useMemo(() => next(drivers, event), [next, drivers, event])
}

function standingsOneAfterAnother() {
  let last: Standings | undefined
  return (drivers: Drivers, event: Event) => {
    last = standings(drivers.values(), event, last)
    return last
  }
}

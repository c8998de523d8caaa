import { createContext } from 'react'
import type { Standings } from '../../../lib/standings/standings.ts'

/** The standings in whose order the rows are, while a newer order waits; undefined when the rows are in order. */
export const HeldStandings = createContext<Standings | undefined>(undefined)

import { classKey } from '../scoring/class-code.ts'
import type { ClassStanding } from './class-standing.ts'
import type { Standing } from './standing.ts'
import type { Standings } from './standings.ts'

/** The class that an entry competes in. */
export function classOf({ classes }: Standings, { class_code }: Standing): ClassStanding | undefined {
  return classes.find(({ code }) => classKey(code) === classKey(class_code))
}

import type { Event } from './event.ts'

/**
 * An event of which nothing is known yet, with every default of event.ts. Written out: a page that shows it needs no
 * schema.
 */
export const unnamedEvent: Event = {
  title: 'Live results',
  state: 'unofficial',
  scoring: 'best_run',
  drop_slowest: 0,
  penalties: { cone_seconds: 2, gate_seconds: 10 },
  ties: 'shared',
  index_applies_to: 'total',
  index_rounding: 'truncate',
  trophies: 'third',
  time_format: 'seconds',
  classes: [],
  columns: [],
}

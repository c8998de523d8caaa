import type { Event } from './event.ts'

/** An event with a title and the defaults of event.ts. Written out, so that the page's first load needs no schema. */
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

// One chunk for what shows the rhythm of the day: many events have neither heats nor a run order.

import { HeatStrip } from './heat-strip.tsx'
import { NextStart } from './next-start.tsx'

export const rhythmParts = { HeatStrip, NextStart }

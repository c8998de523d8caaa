// One small chunk that every page loads; the rhythm is in another one, since many events have no heats.

import { ClassStateDot } from '../entry/class-state-mark.tsx'
import { lazy } from '../lazy/lazy.tsx'

const heatStrip = lazy(() => import('./rhythm-parts.ts').then((part) => part.rhythmParts.HeatStrip))

export const dayParts = { ClassStateDot, HeatStrip: heatStrip.Part }

import { lazy } from '../lazy/lazy.tsx'

const load = () => import('./day-parts.ts')

/** How far a class is. Only in the browser, as the next one. */
export const classStateDot = lazy(() => load().then((part) => part.dayParts.ClassStateDot))
/** The heat that is on. */
export const heatStrip = lazy(() => load().then((part) => part.dayParts.HeatStrip))

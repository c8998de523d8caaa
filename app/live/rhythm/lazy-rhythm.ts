import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

const load = () => retryImport(() => import('./rhythm-parts.ts')).then((part) => part.rhythmParts)

/** The line of the heat that is on. Only in the browser, as the next one. */
export const heatStrip = lazy(() => load().then((parts) => parts.HeatStrip))
/** When an entry drives next. */
export const nextStart = lazy(() => load().then((parts) => parts.NextStart))

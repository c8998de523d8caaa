import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

/** The heat that is on. Only in the browser. */
export const heatStrip = lazy(() =>
  retryImport(() => import('./rhythm-parts.ts')).then((part) => part.rhythmParts.HeatStrip),
)

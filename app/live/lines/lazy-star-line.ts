import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

/** The lines of followed entries, with what they need next: most visitors follow nobody. */
export const starLine = lazy(() => retryImport(() => import('./star-line.tsx')).then((part) => part.StarLine))

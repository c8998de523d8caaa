import { lazy } from '../lazy/lazy.tsx'

/** The lines of followed entries, with what they need next: most visitors follow nobody. */
export const starLine = lazy(() => import('./star-line.tsx').then((part) => part.StarLine))

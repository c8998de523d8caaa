import { lazy } from '../lazy/lazy.tsx'

/** When an entry drives next. Only in the browser. */
export const nextStart = lazy(() => import('./rhythm-parts.ts').then((part) => part.rhythmParts.NextStart))

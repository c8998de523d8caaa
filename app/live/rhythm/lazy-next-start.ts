import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

/** When an entry drives next. Only in the browser. */
export const nextStart = lazy(() =>
  retryImport(() => import('./rhythm-parts.ts')).then((part) => part.rhythmParts.NextStart),
)

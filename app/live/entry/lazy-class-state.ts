import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

/** How far a class is. Only in the browser. */
export const classStateDot = lazy(() =>
  retryImport(() => import('./class-state-mark.tsx')).then((part) => part.ClassStateDot),
)

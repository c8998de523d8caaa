import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

/** The window of a long list: only long lists need it, so it is not in the first load. */
export const windowedResults = lazy(() =>
  retryImport(() => import('./windowed-results.tsx')).then((part) => part.WindowedResults),
)

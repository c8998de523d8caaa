import { lazy } from '../lazy/lazy.tsx'

/** When the best run was published. Only in the browser, which alone knows the reader's time zone. */
export const bestRunTime = lazy(() => import('./best-run-time.tsx').then((part) => part.BestRunTime))

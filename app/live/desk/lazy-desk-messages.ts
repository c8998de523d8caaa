import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

/** The messages of the desk, which only the browser renders: loaded lazily when there is one. */
export const deskMessages = lazy(() =>
  retryImport(() => import('./desk-messages.tsx')).then((part) => part.DeskMessages),
)

import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

/** The announcements of followed drivers, loaded lazily. */
export const starredCallouts = lazy(() =>
  retryImport(() => import('./starred-callouts.ts')).then((part) => part.StarredCallouts),
)

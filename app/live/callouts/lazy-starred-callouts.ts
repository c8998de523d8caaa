import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

/** The announcements of followed drivers: no part of the first load. */
export const starredCallouts = lazy(() =>
  retryImport(() => import('./starred-callouts.ts')).then((part) => part.StarredCallouts),
)

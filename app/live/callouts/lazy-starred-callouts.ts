import { lazy } from '../lazy/lazy.tsx'

/** The announcements of followed drivers, loaded lazily. */
export const starredCallouts = lazy(() => import('./starred-callouts.ts').then((part) => part.StarredCallouts))

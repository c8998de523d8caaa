import { lazy } from '../lazy/lazy.tsx'

/** The messages of the desk, which only the browser renders: loaded lazily when there is one. */
export const deskMessages = lazy(() => import('./desk-messages.tsx').then((part) => part.DeskMessages))

import { lazy } from '../lazy/lazy.tsx'

/** The switch of notifications, loaded when a reader who follows drivers opens the menu. */
export const pushSwitch = lazy(() => import('./push-switch.tsx').then((part) => part.PushSwitch))

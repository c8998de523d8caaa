import { lazy } from '../lazy/lazy.tsx'
import { retryImport } from '../lazy/retry-import.ts'

/** The switch of notifications, loaded when a reader who follows drivers opens the menu. */
export const pushSwitch = lazy(() => retryImport(() => import('./push-switch.tsx')).then((part) => part.PushSwitch))

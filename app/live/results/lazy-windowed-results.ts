import { lazy } from '../lazy/lazy.tsx'

/** A list of at most so many rows is rendered whole: a phone copes with that. */
export const mostRowsAtOnce = 300

/** The window of a long list: only long lists need it, so it is not in the first load. */
export const windowedResults = lazy(() => import('./windowed-results.tsx').then((part) => part.WindowedResults))

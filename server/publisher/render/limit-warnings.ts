import type { SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import { shortened } from './problem.ts'

/** As many as a person may look through. */
const mostWarnings = 500

/** The first 500 warnings, and one that says how many more there are; long messages are shortened. */
export function limitWarnings(warnings: readonly SourceWarning[], most = mostWarnings): readonly SourceWarning[] {
  const shown = warnings.slice(0, most).map((one) => ({ ...one, message: shortened(one.message) }))
  const more = warnings.length - shown.length
  if (more === 0) return shown
  return [...shown, { code: 'more_warnings', message: `${more} more warnings are not listed here.` }]
}

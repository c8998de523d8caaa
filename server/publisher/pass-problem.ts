import type { PipelineProblem } from '../../lib/server-api/pipeline-state.ts'
import { templateFile } from './data-files.ts'

/** The problem of a rendering that was ended; `code` is that of the pass result. */
export function renderProblem(code: string, message: string): PipelineProblem {
  const hint = 'Mend the template: look for a loop that is too long or has no end. The last good list stays until then.'
  return { code, message: `${templateFile}: ${message}`, hint, file: templateFile }
}

export function logProblem(message: string): PipelineProblem {
  return {
    code: 'log_unwritable',
    message: `The new list cannot be stored: ${message}`,
    hint: 'Make room on the disk that holds STATE_DIR. Browsers keep the last list; publishing goes on by itself.',
  }
}

/** The problem of a pass that a bug of Paddock ended; the next pass tries again. */
export function internalProblem(message: string): PipelineProblem {
  const hint =
    'This is a fault of Paddock: please report it with the files of the data folder. The last good list stays.'
  return { code: 'internal', message: `The list could not be handled: ${message}`, hint }
}

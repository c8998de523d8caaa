import type { Logger } from 'pino'
import { conditionOf, conditionWords } from '../../lib/server-api/condition.ts'
import type { PipelineState, SourceWarning } from '../../lib/server-api/pipeline-state.ts'
import type { Outcome } from './publish-state.ts'

/** Logs what a pass changed. A problem that lasts is logged once, not at every pass. */
export function logPass(logger: Logger, before: PipelineState, after: PipelineState, outcome: Outcome): void {
  for (const { message, hint, code, file, line } of after.problems) {
    if (before.problems.some((old) => old.message === message)) continue
    logger.error({ code, file, line }, `${message} ${hint}`)
  }
  if (before.problems.length > 0 && after.problems.length === 0) logger.info('the files can be used again')

  if (after.held && after.held.since !== before.held?.since) {
    const { reason, shown, found, lost, emptied } = after.held
    const what = `held: the files have ${found} drivers where ${shown} are shown, ${lost.length} of them gone`
    const parts = emptied.length > 0 ? `, and ${emptied.length} without their class, number or runs` : ''
    logger.warn({ code: reason }, `${what}${parts}`)
  }
  logNewKinds(logger, before.warnings, after.warnings)
  if (conditionOf(after) !== conditionOf(before)) logger.info(`the state is now: ${conditionWords(after)}`)
  if (outcome.kind === 'published') {
    const { create, update, destroy } = outcome.changes
    const changed = update.length - create.length
    logger.info(`version ${outcome.version}: ${create.length} new, ${changed} changed, ${destroy.length} gone`)
  }
}

/** One line for each kind of warning that is new, so that a server whose desk nobody looks at is not silent. */
function logNewKinds(logger: Logger, before: readonly SourceWarning[], after: readonly SourceWarning[]): void {
  const known = new Set(before.map(({ code }) => code))
  for (const { code, message, file, line } of after) {
    if (known.has(code)) continue
    known.add(code)
    logger.warn({ code, file, line }, message)
  }
}

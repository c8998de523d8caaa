import { type Changes, isUnchanged } from '../../lib/list/diff.ts'
import type { Driver, Drivers } from '../../lib/record/driver.ts'
import type { SourceFile } from '../../lib/server-api/pipeline-state.ts'
import { type FeedSessions, isNewSession } from './feeds/feed-sessions.ts'
import { type LossGuardSettings, lossGuard } from './loss-guard.ts'
import { runsDone } from './parse/checks/source-checks.ts'
import type { ListChanges, ParsedRead } from './parse/list-changes.ts'
import type { PublishedList, Publishing, Verdict } from './publish-state.ts'

/** What the verdict on a list depends on, beside the list. Times are Unix ms. */
export interface Circumstances {
  readonly state: Publishing
  readonly published: PublishedList
  readonly sourceAt: number | undefined
  readonly files: readonly SourceFile[]
  readonly at: number
  readonly sessions?: FeedSessions | undefined
}

/** Decides whether the list of a pass may be published. Its changes are relative to `published`. */
export function judgeList(
  list: ParsedRead,
  { state, published, sourceAt, files, at, sessions = {} }: Circumstances,
  settings: LossGuardSettings,
): Verdict {
  if (list.kind === 'rejected') return list
  const { changes, unterminated } = list
  const { unterminatedShown } = state
  const shown = published.drivers.size
  const isNew = isNewSession(state.sessionsShown, sessions)
  const candidate = {
    shown,
    found: shown + changes.create.length - changes.destroy.length,
    lost: changes.destroy,
    emptied: emptiedBy(changes, published.drivers),
    cutOff: isUnchanged(changes) ? [] : unterminated.filter((file) => !unterminatedShown.has(file)),
    writtenAt: sourceAt,
    isNewSession: isNew,
  }
  const { held } = state.pipeline
  const isOver = held?.kept === true && haveChanged(state.pipeline.files, files)
  const hold = lossGuard(candidate, isOver ? undefined : held, state.released, settings, at)
  if (hold) return { kind: 'held', list, hold }
  const justWritten = at - (sourceAt ?? Number.NEGATIVE_INFINITY) < settings.settleTime
  const known = knownEndings(list, unterminatedShown, justWritten)
  const sessionsShown = { ...state.sessionsShown, ...sessions }
  return { kind: 'accepted', list, unterminatedShown: known, sessionsShown, isNewSession: isNew }
}

/** True when a file was written, is new or is gone. */
function haveChanged(before: readonly SourceFile[], after: readonly SourceFile[]): boolean {
  const textOf = (files: readonly SourceFile[]) =>
    JSON.stringify(files.map(({ path, modified_at, size }) => [path, modified_at, size]))
  return textOf(before) !== textOf(after)
}

/** Drivers of whom a part that every entry has is gone: more often a wrong column than a correction. */
function emptiedBy({ update }: Changes, published: Drivers): readonly string[] {
  return update.flatMap((driver) => {
    const before = published.get(driver.driver_name)
    const isEmptied = before && partsOf(before).some((part, index) => part && !partsOf(driver)[index])
    return isEmptied ? [driver.driver_name] : []
  })
}

function partsOf(driver: Driver): readonly boolean[] {
  return [Boolean(driver.class), Boolean(driver.number), runsDone(driver) > 0]
}

/** Files whose missing last newline raises no doubt from now on. */
function knownEndings({ changes, unterminated }: ListChanges, known: ReadonlySet<string>, justWritten: boolean) {
  // A file that just lost nothing but its last newline is perhaps being written: the next save may be cut elsewhere.
  const doubtful = isUnchanged(changes) && justWritten
  return new Set(doubtful ? unterminated.filter((file) => known.has(file)) : unterminated)
}

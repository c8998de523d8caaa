import { type Changes, diffDrivers } from '../../../lib/list/diff.ts'
import { byName, type Driver, type Drivers } from '../../../lib/record/driver.ts'
import type { PipelineProblem, SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import type { ListRead } from '../render/pass-result.ts'
import { parse } from './parse.ts'
import { withoutPublishedTotals } from './source-checks.ts'

/** A rendered list as changes of the published one. Plain data: another process can make it. */
export interface ListChanges {
  readonly kind: 'parsed'
  readonly changes: Changes
  /** The records as the template gave them, for the source checks. */
  readonly records: readonly Driver[]
  /** Of the readers, then of the records. */
  readonly warnings: readonly SourceWarning[]
  /** Files that end in the middle of a line: whole, or cut off. */
  readonly unterminated: readonly string[]
}

export type ParsedRead = ListChanges | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

/** Parses what a pass read and compares it with the published drivers. `template` is the file that problems name. */
export function listChanges(list: ListRead, published: Drivers, template: string): ParsedRead {
  if (list.kind === 'rejected') return list
  const parsed = parse(list.text, template)
  if (parsed.kind === 'rejected') return parsed
  return {
    kind: 'parsed',
    changes: diffDrivers(published, byName(withoutPublishedTotals(parsed.drivers))),
    records: parsed.drivers,
    warnings: [...list.warnings, ...parsed.warnings],
    unterminated: list.unterminated,
  }
}

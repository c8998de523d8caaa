import { type Changes, diffDrivers } from '../../../lib/list/diff.ts'
import { byName, type Driver } from '../../../lib/record/driver.ts'
import { defaultEvent } from '../../../lib/record/event.ts'
import type { PipelineProblem, SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import { createBumpedEntries } from './bumped-entries.ts'
import { createSourceChecks, withoutCheckedTotals } from './checks/source-checks.ts'
import type { EventRead, ListRead } from './list-read.ts'
import { createParser } from './parse.ts'
import { copyAfter, type PublishedCopy, type PublishedUpdate } from './published-list.ts'

/** A rendered list as changes of the published one. Plain data. */
export interface ListChanges {
  readonly kind: 'parsed'
  /** Relative to the version of the update. */
  readonly changes: Changes
  /** Of the readers, of the records, then of the source checks. */
  readonly warnings: readonly SourceWarning[]
  /** Files that end in the middle of a line: whole, or cut off. */
  readonly unterminated: readonly string[]
}

export type ParsedRead = ListChanges | { readonly kind: 'rejected'; readonly problem: PipelineProblem }

/** Parses, checks and compares the list of each pass, and remembers the last one: a pass costs what it changed. */
export interface ListComparer {
  /**
   * Compares lists with the published one after this update. Throws when that does not start from the version of the
   * last one.
   */
  after(update: PublishedUpdate): (list: ListRead, event: EventRead) => ParsedRead
}

/** `template` is the file that problems name. */
export function createListComparer(template: string): ListComparer {
  const parse = createParser(template)
  const markBumped = createBumpedEntries()
  const check = createSourceChecks()
  let published: PublishedCopy | undefined

  const compare = (list: ListRead, event: EventRead, known: PublishedCopy): ParsedRead => {
    if (list.kind === 'rejected') return list
    const parsed = parse(list.lines)
    if (parsed.kind === 'rejected') return parsed
    const rules = event.kind === 'read' ? event.event : (known.event ?? defaultEvent('Live results'))
    const drivers = markBumped(parsed.drivers, rules)
    return {
      kind: 'parsed',
      changes: diffDrivers(known.drivers, byName(withoutCheckedTotals(drivers))),
      warnings: [...list.warnings, ...parsed.warnings, ...noEntries(drivers), ...check(drivers, known.mostRuns, rules)],
      unterminated: list.unterminated,
    }
  }

  return {
    after(update) {
      const known = copyAfter(published, update)
      published = known
      return (list, event) => compare(list, event, known)
    },
  }
}

/** An empty list is right before the first entry, and the first thing to see of a template that finds nothing. */
function noEntries(drivers: readonly Driver[]): readonly SourceWarning[] {
  if (drivers.length > 0) return []
  const message = 'The template renders no entry. Before the first entry that is right; else it loops over nothing.'
  return [{ code: 'no_entries', message }]
}

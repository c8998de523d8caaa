import type { Driver } from '../../../lib/record/driver.ts'
import type { Event } from '../../../lib/record/event.ts'
import type { SourceWarning } from '../../../lib/server-api/pipeline-state.ts'
import { openDataFolder } from '../files/data-folder.ts'
import { createBumpedEntries } from '../parse/bumped-entries.ts'
import { sourceChecks } from '../parse/checks/source-checks.ts'
import { parse } from '../parse/parse.ts'
import { readPass } from './read-pass.ts'
import { type FeedsOfPass, noFeedsOfPass } from './readers/feed-reader.ts'

export interface FolderRead {
  readonly event: Event
  readonly drivers: readonly Driver[]
  readonly warnings: readonly SourceWarning[]
  /** The timing files that the template read. */
  readonly files: readonly string[]
}

/** Reads a data folder as the publisher does, with all its warnings; throws when event or list is rejected. */
export async function readFolder(
  folder: string,
  readings: FeedsOfPass['readings'] = noFeedsOfPass.readings,
): Promise<FolderRead> {
  const files = { template: 'drivers.jsonl.njk', event: 'event.yaml', feeds: { ...noFeedsOfPass, readings } }
  const pass = await readPass(files, openDataFolder(folder))
  if (pass.kind !== 'read' || pass.event.kind !== 'read' || pass.list.kind !== 'rendered') {
    throw new Error(`${folder}: ${JSON.stringify(pass)}`)
  }
  const parsed = parse(pass.list.lines.join('\n'), 'drivers.jsonl.njk')
  if (parsed.kind !== 'parsed') throw new Error(`${folder}: ${JSON.stringify(parsed.problem)}`)
  const { event } = pass.event
  const drivers = createBumpedEntries()(parsed.drivers, event)
  const warnings = [...pass.list.warnings, ...parsed.warnings, ...sourceChecks(drivers, new Map(), event)]
  return { event, drivers, warnings, files: pass.files.map(({ path }) => path) }
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { noChanges } from '../../lib/list/diff.ts'
import type { Driver } from '../../lib/record/driver.ts'
import type { Event } from '../../lib/record/event.ts'
import type { PipelineProblem, SourceWarning } from '../../lib/server-api/pipeline-state.ts'
import { eventFile, templateFile } from '../../server/publisher/data-files.ts'
import { createPasses } from '../../server/publisher/render/passes.ts'
import { noFeedsOfPass } from '../../server/publisher/render/readers/feed-reader.ts'
import { feedReadings } from './feed-readings.ts'
import type { GivenFile } from './given-files.ts'

/** What a pass of the publisher makes of proposed files. */
export type Trial =
  | {
      readonly kind: 'list'
      readonly event: Event
      readonly drivers: readonly Driver[]
      readonly warnings: readonly SourceWarning[]
    }
  | { readonly kind: 'problem'; readonly problem: PipelineProblem }

/**
 * Makes one pass as the server does, over copies of the files in a folder that is removed again. `feed` is the name of
 * the timing system whose recording is among the files.
 */
export async function tryProposal(
  files: readonly Pick<GivenFile, 'name' | 'bytes'>[],
  template: string,
  event: string,
  feed?: string,
): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-template-'))
  try {
    for (const { name, bytes } of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    }
    writeFileSync(join(folder, templateFile), template)
    writeFileSync(join(folder, eventFile), event)
    const published = { from: undefined, version: 0, changes: noChanges, event: undefined, mostRuns: [] }
    const feeds = { ...noFeedsOfPass, readings: feedReadings(files, feed) }
    const pass = await createPasses(folder)({ files: { template: templateFile, event: eventFile, feeds }, published })
    if (pass.kind === 'ended') throw new Error(pass.message)
    if (pass.event.kind === 'rejected') return { kind: 'problem', problem: pass.event.problem }
    if (pass.list.kind === 'rejected') return { kind: 'problem', problem: pass.list.problem }
    return { kind: 'list', event: pass.event.event, drivers: pass.list.changes.update, warnings: pass.list.warnings }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

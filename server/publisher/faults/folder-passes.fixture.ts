import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PipelineState } from '../../../lib/server-api/pipeline-state.ts'
import { openMemoryRevisionLog } from '../../log/memory-revision-log.ts'
import type { Revision, RevisionLog } from '../../log/revision-log.ts'
import { defaultLossGuard } from '../loss-guard.ts'
import type { Told } from '../parse/published-list.ts'
import { publishToLog } from '../publish-to-log.ts'
import { gridTemplate } from '../publisher.fixture.ts'
import { createPasses } from '../render/passes.ts'

/** A real data folder with passes that a test makes, on a clock that only the test moves. */
export interface FolderPasses {
  readonly folder: string
  readonly log: RevisionLog
  readonly revisions: readonly Revision[]
  pipeline(): PipelineState
  /** Saves the file with the time of the clock, and makes a pass. */
  save(file: string, content: string | Uint8Array): Promise<void>
  /** Moves the clock by so many milliseconds, and makes a pass. */
  passAfter(milliseconds: number): Promise<void>
  remove(): Promise<void>
}

const hour = 3_600_000

/** The folder was written an hour ago, and has had its first pass. */
export async function folderPasses(content: string | Uint8Array): Promise<FolderPasses> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-passes-'))
  let now = Date.now() - hour
  const log = await openMemoryRevisionLog({ now: () => now, warn: () => {} })
  const revisions: Revision[] = []
  log.subscribe((revision) => revisions.push(revision))
  const publishing = publishToLog(folder, log, defaultLossGuard, () => now)
  const pass = createPasses(folder)
  let known: Told | undefined

  async function write(file: string, text: string | Uint8Array): Promise<void> {
    await writeFile(join(folder, file), text)
    await utimes(join(folder, file), now / 1000, now / 1000)
  }
  async function passAfter(milliseconds: number): Promise<void> {
    now += milliseconds
    await publishing.pass(now, async (published) => {
      const { update, told } = await published(known)
      known = told
      return pass({ files: { template: 'drivers.jsonl.njk', event: 'event.yaml' }, published: update })
    })
  }

  await write('event.yaml', 'title: Test event\n')
  await write('drivers.jsonl.njk', gridTemplate)
  await write('live.rgg', content)
  await passAfter(hour)
  return {
    folder,
    log,
    revisions,
    pipeline: publishing.pipeline,
    async save(file, text) {
      await write(file, text)
      await passAfter(0)
    },
    passAfter,
    async remove() {
      await log.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

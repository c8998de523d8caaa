import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { compiledSource } from '../../testing/compiled/compiled-source.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { Revision, RevisionLog } from '../log/revision-log.ts'
import { defaultLossGuard, type LossGuardSettings } from './loss-guard.ts'
import { type Publisher, startPublisher } from './publisher.ts'
import { defaultRenderLimits, startRenderer } from './render/render.ts'

export interface Entry {
  readonly name: string
  readonly number: string
  readonly run: string
}

/** A data folder with a real publisher, and the revisions that it published. */
export interface PublishingFolder {
  readonly folder: string
  readonly log: RevisionLog
  readonly publisher: Publisher
  readonly revisions: readonly Revision[]
  save(file: string, content: string | Uint8Array): Promise<void>
  stop(): Promise<void>
}

const header = 'Class\tNumber\tFirst Name\tLast Name\tRun 1\tPen 1\t\n'

export const gridTemplate = `{% for entry in axware_grid("live.rgg") -%}
{{ { driver_name: entry.name, class: entry.class, number: entry.number, runs: entry.runs } | dump }}
{% endfor %}`

/** A grid as AXWare writes it: one line an entry, with a tab and a newline at its end. */
export function grid(entries: readonly Entry[]): string {
  return header + entries.map(({ name, number, run }) => `SS\t${number}\t${name}\tDriver\t${run}\t\t\n`).join('')
}

export function entries(count: number): Entry[] {
  return Array.from({ length: count }, (_, index) => {
    return { name: `Number${index}`, number: String(index + 1), run: (40 + index / 1000).toFixed(3) }
  })
}

/** An age of a minute: a first list that was just written is held for a moment. */
const earlier = () => new Date(Date.now() - 60_000)

export async function publishFolder(
  content: string | Uint8Array,
  guard: Partial<LossGuardSettings> = {},
  writtenAt = earlier(),
): Promise<PublishingFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-publisher-'))
  const save = (file: string, text: string | Uint8Array) => writeFile(join(folder, file), text)
  await save('event.yaml', 'title: Test event\n')
  await save('drivers.jsonl.njk', gridTemplate)
  await save('live.rgg', content)
  for (const file of ['event.yaml', 'drivers.jsonl.njk', 'live.rgg'])
    await utimes(join(folder, file), writtenAt, writtenAt)
  const log = await openMemoryRevisionLog({ now: Date.now, warn: () => {} })
  const revisions: Revision[] = []
  log.subscribe((revision) => revisions.push(revision))
  const script = await compiledSource('server/publisher/render/render-process.ts')
  const publisher = await startPublisher({
    dataFolder: folder,
    log,
    renderer: startRenderer(folder, defaultRenderLimits, script),
    lossGuard: { ...defaultLossGuard, ...guard },
    schedule: { saveWindow: 50, lookInterval: 1000 },
    logger: pino({ level: 'silent' }),
    now: Date.now,
  })
  return {
    folder,
    log,
    publisher,
    revisions,
    save,
    async stop() {
      await publisher.stop()
      await log.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until `condition` holds; fails with `what` when it does not within the time. */
export async function until(condition: () => boolean, what: string, milliseconds = 120_000): Promise<void> {
  const limit = Date.now() + milliseconds
  while (!condition()) {
    if (Date.now() > limit) throw new Error(`not within ${milliseconds} ms: ${what}`)
    await sleep(10)
  }
}

import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { onTestFinished } from 'vitest'
import { systemTimers, type Timers } from '../../lib/time/timers.ts'
import { compiledSource } from '../../testing/compiled/compiled-source.ts'
import type { LogState, RevisionLog } from '../log/revision-log.ts'
import { openSqliteRevisionLog } from '../log/sqlite/sqlite-revision-log.ts'
import { defaultLossGuard, type LossGuardSettings } from './loss-guard.ts'
import type { ScheduleSettings } from './pass-schedule.ts'
import { until } from './publisher.fixture.ts'
import { type Publisher, startPublisher } from './publisher.ts'
import { defaultRenderLimits, type Renderer, startRenderer } from './render/render.ts'
import { renderHere } from './render-here.fixture.ts'
import { serialList, serialOf } from './serial-list.fixture.ts'
import { watchFolder } from './watch.ts'

export interface PipelineSettings {
  readonly guard?: Partial<LossGuardSettings>
  readonly schedule?: Partial<ScheduleSettings>
  readonly now?: () => number
  /** Renders in a process of its own, as the server does; else in this one, which needs no start. */
  readonly ownProcess?: boolean
}

/** A data folder with a real publisher and a real log on it, and every state that the log announced. */
export interface Pipeline {
  readonly log: RevisionLog
  readonly publisher: Publisher
  readonly announced: readonly LogState[]
  /** The serial of each announced list, in order; undefined for a list that is not one whole save. */
  serials(): (number | undefined)[]
  /** The warnings of the log. */
  readonly warnings: readonly string[]
  /** Waits for a pass that began after this call. */
  looked(): Promise<void>
  /** Waits until the watch has compared the folder, as it is now, with the one that it watches. */
  compared(): Promise<void>
  /** Waits until the newest list is this save. */
  shows(serial: number): Promise<void>
  stop(): Promise<void>
}

/** No held list is published by time: a published list was never held, or was released. */
export const endlessGuard: LossGuardSettings = { ...defaultLossGuard, guardTime: 600_000, settleTime: 600_000 }

/** Passes follow only a hint or an unusable file. */
export const onlyHints: Partial<ScheduleSettings> = { lookInterval: 600_000 }

const hour = 3_600_000
/** How long a busy machine may take to stop a pipeline or to remove its folder, ms. */
const endLimit = 120_000

const template = `{% for entry in axware_grid("live.rgg") -%}
{{ { driver_name: entry.name, class: entry.class, number: entry.number, runs: entry.runs } | dump }}
{% endfor %}`

/** A folder that is removed when the test has finished. */
export async function temporaryFolder(finished: typeof onTestFinished): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-faults-'))
  finished(() => rm(folder, { recursive: true, force: true }), endLimit)
  return folder
}

/** A pipeline that has published save 1 from `folder`, and is stopped when the test has finished. */
export async function publishedPipeline(
  finished: typeof onTestFinished,
  settings: PipelineSettings = {},
): Promise<Pipeline & { readonly base: string; readonly folder: string; readonly file: string }> {
  const base = await temporaryFolder(finished)
  const folder = join(base, 'data')
  await layDataFolder(folder)
  const pipeline = await startPipeline(folder, join(base, 'state'), settings)
  finished(pipeline.stop, endLimit)
  return { ...pipeline, base, folder, file: join(folder, 'live.rgg') }
}

/** Makes a data folder with this list, in a file that is old enough to be published by a first start. */
export async function layDataFolder(folder: string, content = serialList(1)): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'event.yaml'), 'title: Test event\n')
  await writeFile(join(folder, 'drivers.jsonl.njk'), template)
  await writeFile(join(folder, 'live.rgg'), content)
  const before = (Date.now() - hour) / 1000
  await utimes(join(folder, 'live.rgg'), before, before)
}

export async function startPipeline(
  dataFolder: string,
  stateFolder: string,
  { guard, schedule, now = Date.now, ownProcess = false }: PipelineSettings = {},
): Promise<Pipeline> {
  const warnings: string[] = []
  const announced: LogState[] = []
  const log = await openSqliteRevisionLog({ folder: stateFolder, now, warn: (message) => warnings.push(message) })
  log.subscribe((_, state) => announced.push(state))
  let comparisons = 0
  // The watch compares folders twenty times a second instead of every two seconds.
  const folderTimers: Timers = {
    ...systemTimers,
    after: (_delay, callback) =>
      systemTimers.after(50, () => {
        comparisons += 1
        callback()
      }),
  }
  const publisher = await startPublisher({
    dataFolder,
    log,
    renderer: ownProcess ? await startOwnProcess(dataFolder) : renderHere(dataFolder),
    lossGuard: { ...endlessGuard, ...guard },
    schedule: { saveWindow: 20, lookInterval: 500, ...schedule },
    logger: pino({ level: 'silent' }),
    now,
    watch: (...watching) => watchFolder(...watching, { timers: folderTimers }),
  })
  return {
    log,
    publisher,
    announced,
    warnings,
    serials: () => announced.map(({ drivers }) => serialOf(drivers)),
    async looked() {
      let passes = 0
      const stop = publisher.subscribe(() => {
        passes += 1
      })
      // After slow passes looks are rare; a change in the folder causes one.
      const poke = setInterval(() => writeFile(join(dataFolder, 'poke'), '').catch(() => {}), 50)
      // The first pass that ends may have begun before the call.
      await until(() => passes >= 2, 'the files are looked at').finally(() => {
        clearInterval(poke)
        stop()
      })
    },
    compared() {
      // The next comparison may have begun before the call.
      const enough = comparisons + 2
      return until(() => comparisons >= enough, 'the folder is compared')
    },
    shows: (serial) => until(() => serialOf(log.current().drivers) === serial, `save ${serial} is published`),
    async stop() {
      await publisher.stop()
      await log.close()
    },
  }
}

async function startOwnProcess(dataFolder: string): Promise<Renderer> {
  return startRenderer(
    dataFolder,
    defaultRenderLimits,
    await compiledSource('server/publisher/render/render-process.ts'),
  )
}

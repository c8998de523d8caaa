import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { onTestFinished } from 'vitest'
import { systemTimers, type Timers } from '../../lib/time/timers.ts'
import type { LogState, RevisionLog } from '../log/revision-log.ts'
import { openSqliteRevisionLog } from '../log/sqlite/sqlite-revision-log.ts'
import { defaultLossGuard, type LossGuardSettings } from './loss-guard.ts'
import type { ScheduleSettings } from './pass-schedule.ts'
import { patientLimits, until } from './publisher.fixture.ts'
import { type Publisher, startPublisher } from './publisher.ts'
import { readPass } from './render/read-pass.ts'
import { type Renderer, startRenderer } from './render/render.ts'
import { serialList, serialOf } from './serial-list.fixture.ts'
import { watchFolder } from './watch.ts'

export interface PipelineSettings {
  readonly guard?: Partial<LossGuardSettings>
  readonly schedule?: Partial<ScheduleSettings>
  readonly now?: () => number
  /** In its own process, as the server does; usually in this one, which starts at once. */
  readonly ownProcess?: boolean
}

/** A data folder with a real publisher and a real log on it, and every state that the log announced. */
export interface Pipeline {
  readonly log: RevisionLog
  readonly publisher: Publisher
  readonly announced: readonly LogState[]
  /** The saves that were announced, in order; undefined stands for what nobody saved as a whole. */
  serials(): (number | undefined)[]
  /** What the log warned of. */
  readonly warnings: readonly string[]
  /** Waits until a pass that begins after this call has read the files as they are now. */
  looked(): Promise<void>
  /** Waits until the watch has compared the folder, as it is now, with the one that it watches. */
  compared(): Promise<void>
  /** Waits until the newest list is this save. */
  shows(serial: number): Promise<void>
  stop(): Promise<void>
}

/** No loss is let go by the clock: what a test sees published was not held, or was released. */
export const patientGuard: LossGuardSettings = { ...defaultLossGuard, guardTime: 600_000, settleTime: 600_000 }

/** A look only when something hinted at a change, or a file could not be used. */
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

/** Makes a data folder that holds this list, written long enough ago to be believed at a first start. */
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
  // Twenty times a second instead of every two seconds.
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
    renderer: ownProcess ? startRenderer(dataFolder, patientLimits) : renderHere(dataFolder),
    lossGuard: { ...patientGuard, ...guard },
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
      // Looks are rare where passes are slow: whatever changes in the folder brings one.
      const poke = setInterval(() => writeFile(join(dataFolder, 'poke'), '').catch(() => {}), 50)
      // The first one that ends may have begun before.
      await until(() => passes >= 2, 'the files are looked at').finally(() => {
        clearInterval(poke)
        stop()
      })
    },
    compared() {
      // The next one may have begun before.
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

function renderHere(dataFolder: string): Renderer {
  return { render: (request) => readPass(request, dataFolder), stop: async () => {} }
}

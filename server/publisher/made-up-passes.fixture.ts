import { pino } from 'pino'
import { defaultEvent } from '../../lib/record/event.ts'
import { type ManualTime, manualTime } from '../../lib/time/manual-time.fixture.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { comparedPasses, type MadeUpPass } from './compared-passes.fixture.ts'
import { defaultLossGuard } from './loss-guard.ts'
import { defaultSchedule } from './pass-schedule.ts'
import { type Publisher, startPublisher } from './publisher.ts'

/** A publisher whose passes are made up by a test, on a clock that the test moves. */
export interface MadeUpPasses {
  readonly time: ManualTime
  readonly log: RevisionLog
  /** What was stopped, in order. */
  readonly stopped: readonly string[]
  /** Starts the publisher; its first pass reads `first`. */
  begin(first: MadeUpPass): Promise<void>
  /** The started publisher; throws before `begin`. */
  publisher(): Publisher
  /** Sets what passes read from now on. */
  read(result: MadeUpPass): void
  /** Makes the watch hint at a change. */
  hint(): void
  /** Sets what passes read, hints at it, and lets time pass until the next pass has ended. */
  change(result: MadeUpPass): Promise<void>
  /** Lets time pass; returns when passes ended in it, in ms from its beginning. */
  passesIn(milliseconds: number): Promise<number[]>
  /** The number of published drivers. */
  entries(): number
}

export async function madeUpPasses(): Promise<MadeUpPasses> {
  const time = manualTime()
  const compare = comparedPasses()
  const log = await openMemoryRevisionLog({ now: time.now, warn: () => {} })
  const stopped: string[] = []
  const ends: number[] = []
  let result: MadeUpPass = ended
  let hint = () => {}
  let publisher: Publisher | undefined

  return {
    time,
    log,
    stopped,
    async begin(first) {
      result = first
      publisher = await startPublisher({
        dataFolder: 'data',
        log,
        renderer: {
          pass: (_files, published) => compare(result, published),
          stop: async () => void stopped.push('renderer'),
        },
        lossGuard: defaultLossGuard,
        schedule: defaultSchedule,
        logger: pino({ level: 'silent' }),
        now: time.now,
        timers: time,
        watch: (_folder, onHint) => {
          hint = onHint
          return async () => void stopped.push('watch')
        },
      })
      publisher.subscribe(() => ends.push(time.elapsed()))
    },
    publisher() {
      if (!publisher) throw new Error('the publisher has not started')
      return publisher
    },
    read(next) {
      result = next
    },
    hint: () => hint(),
    async change(next) {
      result = next
      const before = ends.length
      hint()
      await time.pass(0)
      while (ends.length === before) await time.pass(1)
    },
    async passesIn(milliseconds) {
      const begin = time.elapsed()
      await time.pass(milliseconds)
      return ends.filter((at) => at > begin).map((at) => at - begin)
    },
    entries: () => log.current().drivers.size,
  }
}

export const longAgo = 1_600_000_000_000

/** A pass that reads `count` drivers from a file written at `modifiedAt`, Unix ms. */
export function listOf(count: number, modifiedAt = longAgo, title = 'Spring'): MadeUpPass {
  const lines = Array.from({ length: count }, (_, index) => JSON.stringify({ driver_name: `Driver ${index}` }))
  const files = [{ path: 'live.rgg', modified_at: modifiedAt, size: 9 }]
  const list = { kind: 'rendered', lines, warnings: [], unterminated: [] } as const
  return { kind: 'read', event: { kind: 'read', event: defaultEvent(title) }, list, files }
}

export const problem = { code: 'half_written', message: 'It is being written.', hint: 'Wait.' }

export const unusable: MadeUpPass = {
  kind: 'read',
  event: { kind: 'read', event: defaultEvent('Spring') },
  list: { kind: 'rejected', problem },
  files: [],
}

export const ended: MadeUpPass = { kind: 'ended', code: 'template_timeout', message: 'It did not finish.' }

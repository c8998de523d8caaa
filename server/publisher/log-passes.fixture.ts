import type { Driver } from '../../lib/record/driver.ts'
import { defaultEvent, type Event } from '../../lib/record/event.ts'
import type { HeldList } from '../../lib/server-api/pipeline-state.ts'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import type { RevisionLog } from '../log/revision-log.ts'
import { comparedPasses } from './compared-passes.fixture.ts'
import { defaultLossGuard } from './loss-guard.ts'
import type { EventRead, ListRead } from './parse/list-read.ts'
import type { Outcome } from './publish-state.ts'
import { publishToLog } from './publish-to-log.ts'

interface PassEnd {
  readonly outcome: Outcome
  readonly held: HeldList | undefined
}

/** Publishing into a log in memory, one pass at a time, on a clock that only the test moves. */
export interface LogPasses {
  readonly log: RevisionLog
  readonly release: (id: string) => 'releasing' | 'changed' | 'nothing_held'
  /** Makes a pass over a list and an event, from a file of this age in ms: an hour, unless given. */
  pass(list: ListRead, event?: Event | EventRead, age?: number): Promise<PassEnd>
  /** The names of the published drivers. */
  names(): string[]
  /** Moves the clock, ms. */
  wait(milliseconds: number): void
}

const hour = 3_600_000

export async function logPasses(): Promise<LogPasses> {
  let now = 1_700_000_000_000
  const log = await openMemoryRevisionLog({ now: () => now, warn: () => {} })
  const { pass, pipeline, release } = publishToLog('data', log, defaultLossGuard, () => now)
  const compare = comparedPasses()
  return {
    log,
    release,
    async pass(list, event = defaultEvent('Spring'), age = hour) {
      const files = [{ path: 'live.rgg', modified_at: now - age, size: 9 }]
      const eventRead = 'kind' in event ? event : ({ kind: 'read', event } as const)
      const read = { kind: 'read', list, event: eventRead, files } as const
      const { outcome } = await pass(now, (published) => compare(read, published))
      return { outcome, held: pipeline().held }
    },
    names: () => [...log.current().drivers.keys()],
    wait(milliseconds) {
      now += milliseconds
    },
  }
}

export const drivers = (count: number, run = '40.1'): Driver[] =>
  Array.from({ length: count }, (_, index) => ({ driver_name: `Driver ${index}`, runs: [run] }))

export function rendered(list: readonly Driver[], unterminated: readonly string[] = []): ListRead {
  return { kind: 'rendered', lines: list.map((one) => JSON.stringify(one)), warnings: [], unterminated }
}

export const unusable: ListRead = {
  kind: 'rejected',
  problem: { code: 'half_written', message: 'It is being written.', hint: 'Wait.' },
}

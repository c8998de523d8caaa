import { beginLog } from './begin-log.ts'
import { emptyHistory } from './history.ts'
import { createLocalRevisionLog } from './local-revision-log.ts'
import type { RevisionLog } from './revision-log.ts'

export interface MemoryLogOptions {
  readonly now: () => number
  readonly warn: (message: string) => void
}

/** A log that ends with the process: for tests and demos. Unix ms keep its versions above those of the one before. [P2] */
export async function openMemoryRevisionLog({ now, warn }: MemoryLogOptions): Promise<RevisionLog> {
  const state = beginLog(now(), [])
  return createLocalRevisionLog({ state, history: emptyHistory, store: () => {}, close: () => {}, warn })
}

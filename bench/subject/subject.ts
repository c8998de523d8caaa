import type { ListTruth } from '../event/benchmark-event.ts'
import type { SubjectName } from '../peers/peer-names.ts'
import type { LoopDelay, Memory } from './ask-probe.ts'
import type { TreeProcess } from './process-tree.ts'

/** One revision that was published. Times by the monotonic clock, in ms. */
export interface Published {
  readonly version: number
  /** Just before the timing file was saved; undefined for peers, which have no file. */
  readonly savedAt: number | undefined
  /** When the list changed in memory, or was appended to Paddock's log. */
  readonly appendedAt: number
}

/** A running server that is measured, in processes of its own. */
export interface Subject {
  readonly name: SubjectName
  readonly port: number
  version(): number
  /** The list that every client must have now. */
  truth(): ListTruth
  /** Changes so many drivers; resolves when the server has published that. */
  publish(changed: number): Promise<Published>
  tree(): readonly TreeProcess[]
  memory(): Promise<Memory>
  delay(): Promise<LoopDelay>
  /** Ends what follows the server; its process ends by itself. */
  stop(): void
}

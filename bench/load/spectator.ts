import type { Client, OpenClient } from './client.ts'
import { type ListMessage, type ListState, type NextState, noList } from './list-states.ts'
import type { PayloadMemory } from './payload-memory.ts'

interface SpectatorParts {
  readonly port: number
  readonly payloads: PayloadMemory<ListMessage | undefined>
  readonly nextState: NextState
  /** The list went from one version to another. */
  readonly onArrival: (before: number, after: number, isPaused: boolean) => void
  readonly onFailure: (what: string) => void
}

/** One client with its list, over as many connections as it has in its time. */
export interface Spectator {
  state(): ListState
  /** Received over all connections. */
  bytes(): number
  isOpen(): boolean
  isPaused(): boolean
  connect(): void
  drop(): void
  pause(): void
  resume(): void
}

export function createSpectator(
  open: OpenClient,
  { port, payloads, nextState, onArrival, onFailure }: SpectatorParts,
): Spectator {
  let state = noList
  let client: Client | undefined
  let bytesBefore = 0
  let isPaused = false

  function take(message: ListMessage): void {
    const next = nextState(state, message)
    if (next === 'gap') {
      onFailure(`a client with version ${state.version} missed what came before version ${message.version}`)
      return
    }
    const before = state.version
    state = next
    if (next.version !== before) onArrival(before, next.version, isPaused)
  }

  return {
    state: () => state,
    bytes: () => bytesBefore + (client?.bytes() ?? 0),
    isOpen: () => client !== undefined,
    isPaused: () => isPaused,
    connect() {
      client = open({
        port,
        payloads,
        state: () => state,
        onMessage: take,
        onClosed: (reason) => onFailure(`a client with version ${state.version} lost its connection: ${reason}`),
      })
    },
    drop() {
      bytesBefore += client?.bytes() ?? 0
      client?.end()
      client = undefined
    },
    pause() {
      isPaused = true
      client?.pause()
    },
    resume() {
      isPaused = false
      client?.resume()
    },
  }
}

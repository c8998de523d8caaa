import type { NetworkProxy } from '../../testing/network/proxy.ts'
import type { ClientProcess } from './clients.ts'
import type { SoakServer } from './server.ts'
import type { TimingProgram } from './timing-program.ts'

interface Parts {
  readonly random: () => number
  readonly server: SoakServer
  readonly clients: readonly { readonly name: string; readonly link: NetworkProxy; readonly process: ClientProcess }[]
  readonly processes: readonly ClientProcess[]
  readonly timing: TimingProgram
}

/** The parts of a soak that a trouble acts on. */
export interface Scene extends Parts {
  /** Runs `work` after so many milliseconds, unless healing has begun by then. */
  readonly later: (milliseconds: number, work: () => void | Promise<void>) => void
  /** Ends every trouble, and every planned one. Resolves when the server listens again. */
  readonly heal: () => Promise<void>
  /** Ends planned work. Resolves when none is under way. */
  readonly stop: () => Promise<void>
}

/** `fault` gets the reason why a planned work failed. */
export function createScene({ fault, ...parts }: Parts & { readonly fault: (text: string) => void }): Scene {
  const { server, clients, processes } = parts
  const timers = new Set<NodeJS.Timeout>()
  const works = new Set<Promise<void>>()

  function run(work: () => Promise<void>): void {
    const running = work().catch((error: unknown) => fault(error instanceof Error ? error.message : String(error)))
    works.add(running)
    void running.finally(() => works.delete(running))
  }

  async function stop(): Promise<void> {
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
    // A start of a frozen server is work that ends only after the thaw.
    server.thaw()
    await Promise.all(works)
  }

  return {
    ...parts,
    later(milliseconds, work) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        run(async () => work())
      }, milliseconds)
      timers.add(timer)
    },
    stop,
    async heal() {
      await stop()
      for (const { link } of clients) link.restore()
      for (const process of processes) if (process.isAsleep()) process.thaw()
      if (!server.isRunning()) await server.start()
    },
  }
}

/** What has to be stopped when the bench ends, however it ends. */
export interface Endings {
  /** Returns how to stop it now; it is stopped once. What is added while everything ends is stopped at once. */
  add(stop: () => Promise<void> | void): () => Promise<void>
  /** Stops everything, the newest first. */
  all(): Promise<void>
}

export function createEndings(): Endings {
  const open = new Set<() => Promise<void>>()
  let isOver = false
  return {
    add(stop) {
      const end = async () => {
        if (open.delete(end)) await stop()
      }
      open.add(end)
      // Nobody waits for it any more: the process ends.
      if (isOver) void end()
      return end
    },
    async all() {
      isOver = true
      for (const end of [...open].reverse()) await end()
    },
  }
}

/** After Ctrl-C or a signal: stops everything, and ends with the code that shells give to signals. */
export function endOnSignals(endings: Endings): void {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      console.error('\nStopped: all servers and clients of the bench are ended.')
      void endings.all().finally(() => process.exit(code))
    })
  }
}

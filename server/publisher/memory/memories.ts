/** Memories by what they are of, such as a file and how it is read. */
export interface Memories<Memory> {
  /** The memory of this name, an empty one at first. */
  of(name: string): Memory
  /** Drops the memories that this pass did not ask for. */
  endPass(): void
}

export function createMemories<Memory>(create: () => Memory): Memories<Memory> {
  let last = new Map<string, Memory>()
  let current = new Map<string, Memory>()
  return {
    of(name) {
      const memory = current.get(name) ?? last.get(name) ?? create()
      current.set(name, memory)
      return memory
    },
    endPass() {
      last = current
      current = new Map()
    },
  }
}

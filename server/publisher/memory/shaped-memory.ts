import { createNoMemory, createPassMemory, type PassMemory } from './pass-memory.ts'

/** A memory of values that depend on their key and on something that all of them share, such as a table's header. */
export interface ShapedMemory<Key, Value> {
  /** The memory for this shape. It is empty when the last call named another shape. */
  of(shape: string): PassMemory<Key, Value>
}

export function createShapedMemory<Key, Value>(
  create: () => PassMemory<Key, Value> = createPassMemory,
): ShapedMemory<Key, Value> {
  let shape = ''
  let memory = create()
  return {
    of(wanted) {
      if (wanted !== shape) memory = create()
      shape = wanted
      return memory
    },
  }
}

/** One that holds nothing: each value is made. */
export function createNoShapedMemory<Key, Value>(): ShapedMemory<Key, Value> {
  return { of: () => createNoMemory() }
}

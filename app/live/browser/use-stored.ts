'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { Stored } from './stored.ts'

/** The value that `read` gets from a stored text, or from `null` until the page runs. `read` must keep its identity. */
export function useStored<Value>(stored: Stored, read: (text: string | null) => Value): Value {
  const text = useSyncExternalStore(stored.subscribe, stored.get, () => null)
  return useMemo(() => read(text), [text, read])
}

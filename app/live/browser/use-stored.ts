'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { Stored } from './stored.ts'

/** What a stored text says; `null` is read until the page runs. `read` is a function that stays the same. */
export function useStored<Value>(stored: Stored, read: (text: string | null) => Value): Value {
  const text = useSyncExternalStore(stored.subscribe, stored.get, () => null)
  return useMemo(() => read(text), [text, read])
}

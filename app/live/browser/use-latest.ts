import { useCallback, useEffect, useRef } from 'react'

/**
 * Gives the newest value when it is asked; the same function always, so that who asks now and then does not render with
 * every change.
 */
export function useLatest<Value>(value: Value): () => Value {
  const newest = useRef(value)
  useEffect(() => {
    newest.current = value
  }, [value])
  return useCallback(() => newest.current, [])
}

import { useCallback, useEffect, useRef } from 'react'

/**
 * Returns a function that returns the latest value. Its identity never changes, so a component that calls it in an
 * event handler does not render with every new value.
 */
export function useLatest<Value>(value: Value): () => Value {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  return useCallback(() => latest.current, [])
}

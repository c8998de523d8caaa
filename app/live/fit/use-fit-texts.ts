import { type RefObject, useLayoutEffect, useRef } from 'react'
import { fitTexts } from './fit-texts.ts'

/**
 * Fits the texts inside the element of the returned reference: at first, when `room` is another object, and when one of
 * `texts` changes. The number of `texts` is the same in every call.
 */
export function useFitTexts<Root extends HTMLElement>(
  room: unknown,
  ...texts: readonly unknown[]
): RefObject<Root | null> {
  const root = useRef<Root>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts fit or not by what they say and by the room
  useLayoutEffect(() => {
    if (root.current) fitTexts(root.current)
  }, [room, ...texts])
  return root
}

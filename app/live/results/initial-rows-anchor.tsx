import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { isReadFromTop, keyOfElement, visibleRows } from '../reading/visible-rows.ts'

/** A row in the window, and where its top lies there, in px. */
export interface RowAnchor {
  readonly key: string
  readonly top: number
}

interface Props {
  /** Set when the rows are removed: the first row in the window; undefined when the list begins there or below. */
  readonly anchor: RefObject<RowAnchor | undefined>
  readonly children: ReactNode
}

/** The first rows of a long list, until the windowed list is loaded, which takes over where the reader is by then. */
export function AnchoredRows({ anchor, children }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = list.current
    // React runs this before it removes the rows: the page is still as the reader sees it.
    return () => {
      const [row] = isReadFromTop(element) ? [] : visibleRows(element)
      anchor.current = row && { key: keyOfElement(row), top: row.getBoundingClientRect().top }
    }
  }, [anchor])
  return <div ref={list}>{children}</div>
}

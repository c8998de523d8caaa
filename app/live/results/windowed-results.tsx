import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, Fragment, type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import { useListTop } from '../reading/use-list-top.ts'
import { useScrollRestore } from '../reading/use-scroll-restore.ts'
import { heightOf } from './height-of.ts'
import type { RowAnchor } from './initial-rows-anchor.tsx'
import { itemAt, itemsToRender, listItems, listWindow } from './list-window.ts'
import { type ResultSection, ResultSectionView } from './result-section.tsx'
import type { TableSettings } from './results-table.tsx'
import { useInitialAnchor, useScrollToAnchor } from './use-initial-anchor.ts'

interface Props {
  readonly sections: readonly ResultSection[]
  /** Changes whenever the order of rows may have changed: only then the items are numbered again. */
  readonly order: string
  readonly settings: TableSettings
  /** Where the reader was among the first rows, if this list takes over from them. */
  readonly anchor: RefObject<RowAnchor | undefined>
}

/**
 * Rows rendered beyond the window's edges. At rest few, since each row makes an update slower, yet enough for the
 * keyboard to reach the next one. While scrolling more, so that a flick shows no empty page.
 */
const overscan = { atRest: 3, scrolling: 10 }
/** The height at a phone's top that fixed lines cover, in px: a row that is scrolled to ends below it. */
const coveredTop = 110
/** The width from which a row is one line, as in the style sheets. */
const wide = '(min-width: 60rem)'

/** A long list: renders the rows in and near the window, the headings of their sections and the focused row. */
export function WindowedResults({ sections, order, settings, anchor }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const top = useListTop(list)
  const anchored = useInitialAnchor(anchor)
  const isWide = useState(() => window.matchMedia(wide).matches)[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys change exactly when the order does
  const { items, keys } = useMemo(() => {
    const keys: string[] = []
    for (const { key, rows } of sections) {
      // No driver_name contains \0, so no heading has the key of a row.
      keys.push(`\0heading ${key}`, `\0head ${key}`)
      for (const name of rows) keys.push(name)
    }
    return { keys, items: listItems(sections.map(({ rows }) => rows.length)) }
  }, [order])
  const { focused, ...focusing } = useFocusedItem(keys)
  const [isScrolling, setScrolling] = useState(false)
  const virtualizer = useWindowVirtualizer({
    count: items.count,
    overscan: isScrolling ? overscan.scrolling : overscan.atRest,
    onChange: (instance) => setScrolling(instance.isScrolling),
    scrollMargin: top,
    scrollPaddingStart: anchored?.top ?? (isWide ? 0 : coveredTop),
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    estimateSize: useCallback(
      (index: number) => (itemAt(items, index).row === undefined ? 44 : isWide ? 42 : 88),
      [items, isWide],
    ),
    rangeExtractor: useCallback(
      (range: Range) => itemsToRender(items, defaultRangeExtractor(range), focused),
      [items, focused],
    ),
    measureElement: heightOf,
  })
  useScrollRestore(list, keys, virtualizer)
  useScrollToAnchor(anchored, keys, virtualizer)
  const [measured, end, measure] = [
    virtualizer.getVirtualItems(),
    top + virtualizer.getTotalSize(),
    virtualizer.measureElement,
  ]
  // Memoized, so that unchanged sections do not render while the window stays.
  const { rendered, gapAfter } = useMemo(() => {
    const { sections: inWindow, gapAfter } = listWindow(items, measured, top, end)
    const rendered = inWindow.map(({ section, gapBefore, headingIndex, parts }) => {
      return { index: section, gapBefore, window: { headingIndex, parts, measure } }
    })
    return { rendered, gapAfter }
  }, [items, measured, top, end, measure])
  return (
    <div ref={list} {...focusing}>
      {rendered.map(({ index, gapBefore, window }) => {
        const section = sections[index]
        if (!section) return null
        return (
          <Fragment key={section.key}>
            {gapBefore > 0 && <div aria-hidden="true" style={{ height: gapBefore }} />}
            <ResultSectionView section={section} first={index === 0} settings={settings} window={window} />
          </Fragment>
        )
      })}
      {gapAfter > 0 && <div aria-hidden="true" style={{ height: gapAfter }} />}
    </div>
  )
}

/** The index of the focused item, which stays rendered outside the window, so that the keyboard continues from it. */
function useFocusedItem(keys: readonly string[]) {
  const [key, setKey] = useState<string>()
  const focused = useMemo(() => (key === undefined ? undefined : keys.indexOf(key)), [keys, key])
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const index = target.closest<HTMLElement>('[data-index]')?.dataset.index
    setKey(index === undefined ? undefined : keys[Number(index)])
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    // When the browser's window loses the focus, the element keeps it.
    const isLeft = document.activeElement === document.body && !currentTarget.contains(relatedTarget)
    if (isLeft) setKey(undefined)
  }
  return { focused, onFocus, onBlur }
}

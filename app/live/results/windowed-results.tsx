import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, Fragment, type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import { useListTop } from '../reading/use-list-top.ts'
import { useKeptPlace } from '../reading/use-scroll-restore.ts'
import { heightOf } from './height-of.ts'
import type { RowAnchor } from './initial-rows-anchor.tsx'
import { itemAt, itemsToRender, listItems, listWindow } from './list-window.ts'
import { type ResultSection, ResultSectionView } from './result-section.tsx'
import type { TableSettings } from './results-table.tsx'
import { useInitialAnchor, useScrollToAnchor } from './use-initial-anchor.ts'

interface Props {
  readonly sections: readonly ResultSection[]
  /** Another one when the sections' rows may stand in another order: only then are they counted again. */
  readonly order: string
  readonly settings: TableSettings
  /** Where the reader was among the first rows, if this list takes over from them. */
  readonly anchor: RefObject<RowAnchor | undefined>
}

/**
 * Rows beyond the window's edges. At rest so many that the keyboard finds the next ones: every row that is there makes
 * an update dearer. While the list moves, so many that a flick of the thumb finds no empty page.
 */
const overscan = { atRest: 3, scrolling: 10 }
/** What lies over a phone's top edge: what is scrolled to must not end under it. In px. */
const coveredTop = 110
/** The width from which a row is one line, as in the style sheets. */
const wide = '(min-width: 60rem)'

/**
 * A long list: rendered are the rows in and near the window, each class with its heading, and the row that has the
 * focus.
 */
export function WindowedResults({ sections, order, settings, anchor }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const top = useListTop(list)
  const anchored = useInitialAnchor(anchor)
  const isWide = useState(() => window.matchMedia(wide).matches)[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another order, and only then, the keys are others
  const { items, keys } = useMemo(() => {
    const keys: string[] = []
    for (const { key, rows } of sections) {
      // No name has such a character in it.
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
  useKeptPlace(list, keys, virtualizer)
  useScrollToAnchor(anchored, keys, virtualizer)
  const [placed, end, measure] = [
    virtualizer.getVirtualItems(),
    top + virtualizer.getTotalSize(),
    virtualizer.measureElement,
  ]
  // The same objects until the window is another one: sections that did not change do not render.
  const { rendered, gapAfter } = useMemo(() => {
    const { sections: inWindow, gapAfter } = listWindow(items, placed, top, end)
    const rendered = inWindow.map(({ section, gapBefore, headingIndex, parts }) => {
      return { place: section, gapBefore, window: { headingIndex, parts, measure } }
    })
    return { rendered, gapAfter }
  }, [items, placed, top, end, measure])
  return (
    <div ref={list} {...focusing}>
      {rendered.map(({ place, gapBefore, window }) => {
        const section = sections[place]
        if (!section) return null
        return (
          <Fragment key={section.key}>
            {gapBefore > 0 && <div aria-hidden="true" style={{ height: gapBefore }} />}
            <ResultSectionView section={section} first={place === 0} settings={settings} window={window} />
          </Fragment>
        )
      })}
      {gapAfter > 0 && <div aria-hidden="true" style={{ height: gapAfter }} />}
    </div>
  )
}

/** The item that has the focus, which stays rendered wherever the window is: the keyboard goes on from there. */
function useFocusedItem(keys: readonly string[]) {
  const [key, setKey] = useState<string>()
  const focused = useMemo(() => (key === undefined ? undefined : keys.indexOf(key)), [keys, key])
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const index = target.closest<HTMLElement>('[data-index]')?.dataset.index
    setKey(index === undefined ? undefined : keys[Number(index)])
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    // A window that is left keeps its focus, and gives it back.
    const isLeft = document.activeElement === document.body && !currentTarget.contains(relatedTarget)
    if (isLeft) setKey(undefined)
  }
  return { focused, onFocus, onBlur }
}

import type { Virtualizer } from '@tanstack/react-virtual'

/** A rendered item's height in px, not rounded: over a thousand rows, rounding would add up to a window. */
export function heightOf(
  element: Element,
  entry: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<Window, Element>,
): number {
  const known = entry ? undefined : virtualizer.itemSizeCache.get(keyOf(element, virtualizer))
  if (known !== undefined) return known
  const { height } = element.getBoundingClientRect()
  // Hidden table headings that only the keyboard reaches take no space.
  return element.tagName === 'THEAD' && height <= 1 ? 0 : height
}

function keyOf(element: Element, virtualizer: Virtualizer<Window, Element>) {
  return virtualizer.options.getItemKey(virtualizer.indexFromElement(element))
}

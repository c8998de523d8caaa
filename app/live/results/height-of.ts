import type { Virtualizer } from '@tanstack/react-virtual'

/** A rendered item's height, to the fraction of a pixel: over a thousand rows, halves would be a window. */
export function heightOf(
  element: Element,
  entry: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<Window, Element>,
): number {
  const known = entry ? undefined : virtualizer.itemSizeCache.get(keyOf(element, virtualizer))
  if (known !== undefined) return known
  const { height } = element.getBoundingClientRect()
  // A table's headings that only the keyboard finds take no room.
  return element.tagName === 'THEAD' && height <= 1 ? 0 : height
}

function keyOf(element: Element, virtualizer: Virtualizer<Window, Element>) {
  return virtualizer.options.getItemKey(virtualizer.indexFromElement(element))
}

import { memo } from 'react'

const here = 'results'

/**
 * Blocks the first paint until the browser has parsed the page up to this element, so that nothing above the results
 * moves while the page loads. Browsers without `rel="expect"` ignore it.
 */
export const PaintFromHere = memo(function PaintFromHere() {
  return (
    <>
      <link rel="expect" href={`#${here}`} blocking="render" />
      <span id={here} hidden />
    </>
  )
})

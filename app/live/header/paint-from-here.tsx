import { memo } from 'react'

const here = 'results'

/**
 * The page is first painted when it has been read up to here: what stands above the results never moves because half of
 * it had come. Browsers that do not know `expect` paint as they like.
 */
export const PaintFromHere = memo(function PaintFromHere() {
  return (
    <>
      <link rel="expect" href={`#${here}`} blocking="render" />
      <span id={here} hidden />
    </>
  )
})

export interface Point {
  readonly x: number
  readonly y: number
}

/** A straight line: `fixed` at x = 0, and `slope` more for each 1 of x. */
export interface Line {
  readonly fixed: number
  readonly slope: number
}

/** The line of least squares through the points; undefined when they do not have two different x. */
export function lineThrough(points: readonly Point[]): Line | undefined {
  const count = points.length
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  if (!(spread > 0)) return undefined
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread
  return { fixed: meanY - slope * meanX, slope }
}

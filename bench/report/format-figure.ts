/** The figure in three digits or more, such as `0.034`, `7.25` and `1,234`; a dash when there is none. */
export function formatFigure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  if (size >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en-US')
  if (size >= 10) return value.toFixed(1)
  return size < 0.0005 ? '0' : `${Number(value.toPrecision(size >= 1 ? 3 : 2))}`
}

/** How many times the other figure it is, such as `1.05x`; a dash when either is missing or makes no sense. */
export function formatRatio(value: number | undefined, other: number | undefined): string {
  const ratio = ratioOf(value, other)
  return ratio === undefined ? '–' : `${ratio >= 100 ? Math.round(ratio) : ratio.toFixed(ratio >= 10 ? 1 : 2)}x`
}

/** Undefined for costs below 0, which noise makes of small ones, and for a ratio to nothing. */
export function ratioOf(value: number | undefined, other: number | undefined): number | undefined {
  return value === undefined || other === undefined || !(other > 0) || value < 0 ? undefined : value / other
}

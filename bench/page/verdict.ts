import type { Budget } from '../../testing/budgets/budgets.ts'

/** `ok` or `OVER` with the limit; a dash for a missing figure. */
export function verdict(budget: Budget, value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  return `${value <= budget.limit ? 'ok' : 'OVER'} (≤ ${formatAmount(budget.limit, budget.unit)})`
}

export function formatAmount(value: number | undefined, unit: Budget['unit']): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  if (unit === 'bytes') return value < 1024 ? `${Math.round(value)} B` : `${(value / 1024).toFixed(1)} KB`
  if (unit === 'shift') return value === 0 ? '0' : value.toFixed(4)
  return value < 100 ? `${Number(value.toFixed(1))} ms` : `${Math.round(value)} ms`
}

/** Our figure divided by the peer's, such as `0.13 x`; a dash when it cannot be computed. */
export function formatRatio(ours: number | undefined, peer: number | undefined): string {
  if (ours === undefined || peer === undefined || !(peer > 0)) return '–'
  const ratio = ours / peer
  return `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)} x`
}

import type { SearchParameters } from './view-state.ts'

/** The first value of a parameter; '' if it is absent. */
export function firstValue(value: SearchParameters[string]): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

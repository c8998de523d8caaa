import type { ClassState } from '../chances/class-state.ts'

export const classStateNames: Readonly<Record<ClassState['kind'], string>> = {
  open: 'open',
  podium_open: 'podium open',
  decided: 'decided',
}

/** `decided`, `podium open · 5 runs left`, `open`. */
export function classStateWords({ kind, runs_left }: ClassState): string {
  if (kind === 'decided' || runs_left === undefined) return classStateNames[kind]
  return `${classStateNames[kind]} · ${runs_left} ${runs_left === 1 ? 'run' : 'runs'} left`
}

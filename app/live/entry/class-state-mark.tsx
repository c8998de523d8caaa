import { useSyncExternalStore } from 'react'
import { type ClassState, classState } from '../../../lib/chances/class-state.ts'
import type { ResultsStore } from '../../../lib/results/results-store.ts'
import { classStateNames, classStateWords } from '../../../lib/wording/class-state-words.ts'
import { useResults } from './use-entry.ts'

interface ClassProps {
  readonly code: string
}

/** How far the class with this code is: a dot. Renders again only when that changes. */
export function ClassStateDot({ code }: ClassProps) {
  const results = useResults()
  const current = () => stateOf(results, code)?.kind
  return <Dot kind={useSyncExternalStore(results.subscribe, current, current)} />
}

/** `Class SS: ● decided`; empty for a class without a state. */
export function NamedClassState({ code }: ClassProps) {
  const state = stateOf(useResults(), code)
  return (
    state && (
      <>
        Class {code}: <ClassStateMark state={state} />
      </>
    )
  )
}

function stateOf(results: ResultsStore, code: string): ClassState | undefined {
  const { classes, event } = results.get().standings
  const group = classes.find((one) => one.code === code)
  return group && classState(group, event)
}

interface Props {
  readonly state: ClassState
  readonly className?: string | undefined
}

/** How far a class is: the dot and the words. */
export function ClassStateMark({ state, className }: Props) {
  return (
    <span className={className} data-state={state.kind}>
      <Dot kind={state.kind} hidden /> <span>{classStateWords(state)}</span>
    </span>
  )
}

/** A full, half or empty dot, or its room; a screen reader says `decided`, `podium open` or `open`. */
function Dot({ kind, hidden }: { readonly kind: ClassState['kind'] | undefined; readonly hidden?: boolean }) {
  if (kind === undefined) return <svg width=".85em" height=".85em" aria-hidden="true" />
  return (
    // A label, since a title would be in the text of the heading.
    <svg
      viewBox="0 0 10 10"
      width=".85em"
      height=".85em"
      role="img"
      aria-label={classStateNames[kind]}
      aria-hidden={hidden}
    >
      <circle
        cx="5"
        cy="5"
        r="4.25"
        fill={kind === 'decided' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {kind === 'podium_open' && <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />}
    </svg>
  )
}

import type { ClassState } from '../../../lib/chances/class-state.ts'
import { classStateWords } from '../../../lib/wording/class-state-words.ts'
import styles from './kiosk-page.module.css'

/** How far a class is: a full, half or empty dot, and the words. */
export function ClassStateMark({ state }: { readonly state: ClassState }) {
  return (
    <span className={styles.state} data-state={state.kind}>
      <span className={styles.dot} aria-hidden="true" />
      <span>{classStateWords(state)}</span>
    </span>
  )
}

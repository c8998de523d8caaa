import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import styles from './notice.module.css'

interface Props {
  readonly choice: ViewChoice
  readonly onDismiss: () => void
}

/** Shown when the address opens the sheet of somebody who is not in the list. */
export function UnknownDriver({ choice, onDismiss }: Props) {
  return (
    <aside className={styles.notice} aria-label="An unknown driver">
      <p className={styles.text}>
        <bdi>“{choice.driver.slice(0, 60)}”</bdi> is not in this list. The entry may have another name or class now, or
        belong to another event.
      </p>
      <a
        className={styles.button}
        href={`/live${formatChoice({ ...choice, driver: '' })}`}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onDismiss()
        }}
      >
        Got it
      </a>
    </aside>
  )
}

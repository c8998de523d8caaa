import { memo, type ReactNode, useState } from 'react'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Event } from '../../../lib/record/event.ts'
import styles from './page-menu.module.css'

interface Props {
  readonly choice: ViewChoice
  readonly event: Event
  /** Further rows of the menu; rendered once the menu has been opened. */
  readonly children?: ReactNode
}

/**
 * The menu of rarely used features: further views, downloads, printing. It opens without JavaScript. Does not
 * render when the results change.
 */
export const PageMenu = memo(function PageMenu({ choice, event, children }: Props) {
  const [wasOpened, setWasOpened] = useState(false)
  const base = { ...choice, driver: '', sort: [] }
  const query = formatChoice({ ...choice, driver: '' })
  return (
    <details className={styles.menu} onToggle={() => setWasOpened(true)}>
      <summary className={styles.button} aria-label="More">
        <span aria-hidden="true">⋯</span>
      </summary>
      <div className={styles.panel}>
        <p className={styles.event}>
          {[event.title, event.date, event.place].filter((part) => part !== undefined).join(' · ')}
        </p>
        <a href={`/live${formatChoice({ ...base, view: 'charts' })}`}>Charts of the day</a>
        <a href={`/live${formatChoice({ ...base, view: 'announcer' })}`}>Announcer’s view</a>
        <a href={`/live${formatChoice({ ...base, kiosk: true })}`}>Big screen</a>
        <a href={`/live${formatChoice({ ...choice, driver: '', allRows: true })}`}>Complete list, every row</a>
        <p className={styles.row}>
          Download what is shown: <a href={`/live/results.csv${query}`}>CSV</a>
          <a href={`/live/results.json${query}`}>JSON</a>
        </p>
        <PrintButton />
        {wasOpened && children}
      </div>
    </details>
  )
})

/** Does what the browser's own menu does, easier to find. Hidden without JavaScript. */
function PrintButton() {
  return (
    <button type="button" className={styles.print} onClick={() => window.print()}>
      Print what is shown
    </button>
  )
}

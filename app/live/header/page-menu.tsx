import { memo, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import type { Event } from '../../../lib/record/event.ts'
import styles from './page-menu.module.css'
import { ThemeChoice } from './theme-choice.tsx'

interface Props {
  readonly choice: ViewChoice
  readonly event: Event
  /** Further rows of the menu; rendered once the menu has been opened. */
  readonly children?: ReactNode
}

/**
 * The menu of rarely used features: further views, downloads, printing, colours. It opens without JavaScript. Does not
 * render when the results change.
 */
export const PageMenu = memo(function PageMenu({ choice, event, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const [wasOpened, setWasOpened] = useState(false)
  useClosing(menu)
  const base = { ...choice, driver: '', sort: [] }
  const query = formatChoice({ ...choice, driver: '' })
  return (
    <details ref={menu} className={styles.menu} onToggle={() => setWasOpened(true)}>
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
        <ThemeChoice />
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

/** Closes the menu on Escape, and when the reader presses or focuses anything outside. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const closeOutside = ({ target }: globalThis.Event) => {
      if (menu.current?.open && target instanceof Node && !menu.current.contains(target)) menu.current.open = false
    }
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !menu.current?.open) return
      menu.current.open = false
      menu.current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      document.removeEventListener('focusin', closeOutside)
      document.removeEventListener('keydown', close)
    }
  }, [menu])
}

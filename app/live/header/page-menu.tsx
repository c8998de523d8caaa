import { memo, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { formatChoice, type ViewChoice } from '../../../lib/reader/view-state.ts'
import styles from './page-menu.module.css'
import { PrintButton } from './print-button.tsx'
import { ThemeChoice } from './theme-choice.tsx'

interface Props {
  readonly choice: ViewChoice
  /** What else stands in it, row by row; rendered when it is opened first. */
  readonly children?: ReactNode
}

/**
 * What one needs seldom: views for few people, the list as a file, the colours. Opens without JavaScript, too. Stays as
 * it is when the results change.
 */
export const PageMenu = memo(function PageMenu({ choice, children }: Props) {
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

/** Closes what is open when the reader goes on elsewhere, or presses Escape. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const leave = ({ target }: Event) => {
      if (menu.current?.open && target instanceof Node && !menu.current.contains(target)) menu.current.open = false
    }
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !menu.current?.open) return
      menu.current.open = false
      menu.current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', close)
    }
  }, [menu])
}

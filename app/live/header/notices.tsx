import { type ReactNode, useRef } from 'react'
import styles from './notices.module.css'

/**
 * The notices above the results. When one is dismissed, the focus moves to this element; otherwise the browser would
 * move it to the top of the page.
 */
export function Notices({ children }: { readonly children: ReactNode }) {
  const notices = useRef<HTMLFieldSetElement>(null)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a button that is activated by keyboard fires a click too
    <fieldset ref={notices} tabIndex={-1} aria-label="Notices" className={styles.notices} onClick={keepFocus}>
      {children}
    </fieldset>
  )

  function keepFocus({ target }: { readonly target: EventTarget }): void {
    if (target instanceof Element && target.closest('button, a')) notices.current?.focus()
  }
}

import { type ReactNode, useRef } from 'react'
import styles from './notices.module.css'

/**
 * Where notices stand, above the results. When one is answered and goes, the keyboard stays here instead of at the
 * page's top.
 */
export function Notices({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLFieldSetElement>(null)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a button that is pressed by keyboard is clicked, too
    <fieldset ref={place} tabIndex={-1} aria-label="Notices" className={styles.notices} onClick={stay}>
      {children}
    </fieldset>
  )

  function stay({ target }: { readonly target: EventTarget }): void {
    if (target instanceof Element && target.closest('button, a')) place.current?.focus()
  }
}

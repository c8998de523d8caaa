import styles from './print-button.module.css'

/** What the browser's own menu does as well, where people find it. Needs JavaScript, and is not there without. */
export function PrintButton() {
  return (
    <button type="button" className={styles.print} onClick={() => window.print()}>
      Print what is shown
    </button>
  )
}

import styles from './notice.module.css'

/** The button was pressed for another list than the one that is held now. */
export function ReleaseRefused() {
  return (
    <section role="alert" className={styles.problem}>
      <h2 className={styles.heading}>Nothing was released</h2>
      <p>
        The files changed before you pressed the button. Look at what is held now, and press it again if that is meant.
      </p>
    </section>
  )
}

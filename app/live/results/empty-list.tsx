import styles from './empty-list.module.css'

/** Before the first entry: nothing is broken, and nobody needs to reload. */
export function EmptyList() {
  return (
    <div className={styles.empty}>
      <h2>No drivers yet</h2>
      <p>Waiting for the timing file. This page fills by itself as soon as there are entries.</p>
    </div>
  )
}

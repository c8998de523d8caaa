import styles from './empty-list.module.css'

/** Replaces the results while the list has no entries. */
export function EmptyList() {
  return (
    <div className={styles.empty}>
      <h2>No drivers yet</h2>
      <p>Waiting for the timing file. This page fills by itself as soon as there are entries.</p>
    </div>
  )
}

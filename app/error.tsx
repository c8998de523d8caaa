'use client'

import styles from './message.module.css'

export default function ErrorPage({ reset }: { readonly reset: () => void }) {
  return (
    <main className={styles.page}>
      <h1>This page broke</h1>
      <p>The results themselves are safe. Trying again mostly helps.</p>
      <p>
        <button type="button" className={styles.button} onClick={reset}>
          Try again
        </button>
      </p>
    </main>
  )
}

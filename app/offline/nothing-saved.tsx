'use client'

import { useEffect } from 'react'
import styles from '../message.module.css'

/** How often the server is looked for: between this and twice as long, in milliseconds. */
const interval = 10_000

/**
 * Says that the page is offline and this browser has no saved list. Loads the results as soon as the server answers.
 */
export function NothingSaved() {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      if (await isThere()) goOn()
      else lookLater()
    }
    const lookLater = () => {
      timer = setTimeout(look, interval * (1 + Math.random()))
    }
    lookLater()
    window.addEventListener('online', look)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', look)
    }
  }, [])

  return (
    <main className={styles.page}>
      <h1>You are offline</h1>
      <p>
        The server cannot be reached, and this device has no saved results. It saves them whenever the results are open
        with a connection.
      </p>
      <p>This page goes on by itself as soon as there is a connection.</p>
      <p>
        <button type="button" className={styles.button} onClick={goOn}>
          Try again
        </button>
      </p>
    </main>
  )
}

async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/readyz', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

/** To the results that were asked for; the shell has an address of its own, too, which nobody asks for. */
function goOn(): void {
  if (window.location.pathname === '/live') window.location.reload()
  else window.location.replace('/live')
}

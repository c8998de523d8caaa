'use client'

import { useEffect } from 'react'

/** The server is tried again after one to two of these intervals, in milliseconds. */
const interval = 10_000

/** Shown offline when this browser has no saved list. Opens the results as soon as the server answers. */
export function NothingSaved() {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const check = async () => {
      if (await isServerReady()) openResults()
      else scheduleCheck()
    }
    const scheduleCheck = () => {
      timer = setTimeout(check, interval * (1 + Math.random()))
    }
    scheduleCheck()
    window.addEventListener('online', check)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', check)
    }
  }, [])

  return (
    <main className="message-page">
      <h1>You are offline</h1>
      <p>
        The server cannot be reached, and this device has no saved results. It saves them whenever the results are open
        with a connection.
      </p>
      <p>This page goes on by itself as soon as there is a connection.</p>
      <p>
        <button type="button" onClick={openResults}>
          Try again
        </button>
      </p>
    </main>
  )
}

async function isServerReady(): Promise<boolean> {
  try {
    return (await fetch('/readyz', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

/** Reloads the requested results; the shell's own address, /offline, leads to /live. */
function openResults(): void {
  if (window.location.pathname === '/live') window.location.reload()
  else window.location.replace('/live')
}

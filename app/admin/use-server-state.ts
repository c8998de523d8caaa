'use client'

import { useEffect, useState } from 'react'
import { io } from 'socket.io-client'
import { adminNamespace } from '../../lib/server-api/admin-namespace.ts'
import type { ServerState } from '../../lib/server-api/pipeline-state.ts'

/** The server says its state every 5 s; this long without it, what is shown may be old. Milliseconds. */
const silenceLimit = 12_000

/** The server's state as it says it, beginning with what the page came with. `heard`: it was said a moment ago. */
export function useServerState(initial: string): { readonly state: ServerState; readonly heard: boolean } {
  const [state, setState] = useState(() => JSON.parse(initial) as ServerState)
  const [heard, setHeard] = useState(true)

  useEffect(() => {
    const silent = () => setHeard(false)
    let timer = setTimeout(silent, silenceLimit)
    const socket = io(adminNamespace, { transports: ['websocket', 'polling'], forceNew: true })
    socket.on('server_state', (next: ServerState) => {
      clearTimeout(timer)
      timer = setTimeout(silent, silenceLimit)
      setState(next)
      setHeard(true)
    })
    socket.on('disconnect', silent)
    socket.on('connect_error', (error) => {
      silent()
      // The session ended meanwhile: only signing in again helps.
      if (error.message === 'not_signed_in') window.location.assign('/admin/sign-in')
    })
    return () => {
      clearTimeout(timer)
      socket.disconnect()
    }
  }, [])

  return { state, heard }
}

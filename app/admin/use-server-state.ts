'use client'

import { useEffect, useState } from 'react'
import { io } from 'socket.io-client'
import { adminNamespace } from '../../lib/server-api/admin-namespace.ts'
import type { ServerState } from '../../lib/server-api/pipeline-state.ts'

/** The server sends its state every 5 s; after so many milliseconds without it, the shown state may be outdated. */
const silenceLimit = 12_000

/** The newest state from the server, initially that of the page (JSON). `heard`: connected, and at most 12 s old. */
export function useServerState(initial: string): { readonly state: ServerState; readonly heard: boolean } {
  const [state, setState] = useState(() => JSON.parse(initial) as ServerState)
  const [heard, setHeard] = useState(true)

  useEffect(() => {
    const setSilent = () => setHeard(false)
    let timer = setTimeout(setSilent, silenceLimit)
    const socket = io(adminNamespace, { transports: ['websocket', 'polling'], forceNew: true })
    socket.on('server_state', (next: ServerState) => {
      clearTimeout(timer)
      timer = setTimeout(setSilent, silenceLimit)
      setState(next)
      setHeard(true)
    })
    socket.on('disconnect', setSilent)
    socket.on('connect_error', (error) => {
      setSilent()
      // The session has ended: the reader must sign in again.
      if (error.message === 'not_signed_in') window.location.assign('/admin/sign-in')
    })
    return () => {
      clearTimeout(timer)
      socket.disconnect()
    }
  }, [])

  return { state, heard }
}

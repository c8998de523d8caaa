'use client'

import { useEffect, useState } from 'react'
import { io } from 'socket.io-client'
import { adminNamespace } from '../../lib/admin-namespace.ts'
import type { ServerState } from '../../lib/pipeline-state.ts'

/** The server's state as it says it, beginning with what the page came with. `connected`: it is being heard now. */
export function useServerState(initial: string): { readonly state: ServerState; readonly connected: boolean } {
  const [state, setState] = useState(() => JSON.parse(initial) as ServerState)
  const [connected, setConnected] = useState(true)

  useEffect(() => {
    const socket = io(adminNamespace, { transports: ['websocket', 'polling'], forceNew: true })
    socket.on('server_state', (next: ServerState) => {
      setState(next)
      setConnected(true)
    })
    socket.on('disconnect', () => setConnected(false))
    socket.on('connect_error', (error) => {
      setConnected(false)
      // The session ended meanwhile: only signing in again helps.
      if (error.message === 'not_signed_in') window.location.assign('/admin/sign-in')
    })
    return () => {
      socket.disconnect()
    }
  }, [])

  return { state, connected }
}

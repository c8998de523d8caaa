import { liveNamespace, type ServerMessage } from '../../lib/sync/protocol.ts'
import type { ClientParts } from './client.ts'
import type { ListMessage } from './list-states.ts'
import { socketIoClient } from './socket-io-client.ts'

/** A spectator of Paddock as its page is one: it says what it has, and can catch up. */
export const openPaddock = socketIoClient({ namespace: `${liveNamespace},`, greeting: versionCheck, decode })

function versionCheck({ state }: ClientParts): string {
  const { version, log } = state()
  const data = { version, catch_up: true, ...(log === undefined ? {} : { log }) }
  return JSON.stringify(['version_check', { source: 'browser', action: 'version_check', data }])
}

function decode(_event: string, message: ServerMessage): ListMessage | undefined {
  switch (message.action) {
    case 'all_drivers': {
      const { version, drivers, log } = message.data
      return { kind: 'list', version, drivers, log }
    }
    case 'update_drivers': {
      const { version, from = version - 1, drivers } = message.data
      return { kind: 'changes', from, version, update: drivers.update, destroy: drivers.destroy }
    }
    case 'current_version':
      return undefined
    case 'problem':
      throw new Error(`Paddock reports a problem: ${message.data.message}`)
  }
}

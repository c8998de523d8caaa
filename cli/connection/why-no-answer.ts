import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import { text } from 'node:stream/consumers'
import { safeText } from '../styled-text/safe-text.ts'

/** Milliseconds. */
const answerTimeout = 3000

/** Why an address gives no results and what to do about it: a sentence or two for people. */
export async function whyNoAnswer(address: string): Promise<string> {
  try {
    const response = await askWhetherReady(address)
    const { statusCode: status = 0, headers } = response
    const other = originOf(headers.location, address)
    if (status >= 300 && status < 400 && other !== address) response.destroy()
    if (response.destroyed) return `it sends everybody on to ${other}. Watch that.`
    const body = (await text(response)).slice(0, 20)
    if (status === 503 && body === 'starting') return 'the server is still starting. Try again in a moment.'
    if (status === 200 && body === 'ready') {
      return 'the server is there, but its live results do not come through. Does a proxy pass on /socket.io/?'
    }
    return `what answers there is no Paddock (${status} for /readyz). Is the port right?`
  } catch (error) {
    return reasonOf(error, new URL(address))
  }
}

function askWhetherReady(address: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = address.startsWith('https:') ? getSecure : getPlain
    const request = get(
      new URL('/readyz', address),
      { signal: AbortSignal.timeout(answerTimeout), agent: false },
      resolve,
    )
    request.on('error', reject)
  })
}

function originOf(location: string | undefined, address: string): string {
  return location !== undefined && URL.canParse(location, address) ? new URL(location, address).origin : address
}

function reasonOf(error: unknown, { hostname, host, protocol }: URL): string {
  const code = error instanceof Error && 'code' in error ? safeText(String(error.code)) : 'unknown'
  switch (code) {
    case 'ABORT_ERR':
      return `${host} does not answer. Is the address right, and the network up?`
    case 'ECONNREFUSED':
      return `nothing listens at ${host}. Start the server with "npm start", or name its address.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name ${hostname} is not known here. Is it spelled right, and the network up?`
    default:
      if (protocol === 'https:' && /CERT|SIGNATURE|SSL|TLS|EPROTO/.test(code)) {
        return `no secure connection to ${host} can be made (${code}). Is it http://, or its certificate not valid?`
      }
      return `${host} cannot be reached (${code}). Is the address right, and the network up?`
  }
}

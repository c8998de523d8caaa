export interface PollingClient {
  readonly sid: string
  /** Returns the queued packets; waits when there is none. */
  poll(): Promise<readonly string[]>
  /** Sends a packet of engine.io; `1` ends the connection. */
  send(packet: string): Promise<void>
}

/** A client on `/live` that polls only when a test calls `poll`. */
export async function connectPolling(server: string): Promise<PollingClient> {
  const start = `${server}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(start)).text()).slice(1))
  const url = `${start}&sid=${sid}`
  const client: PollingClient = {
    sid,
    async poll() {
      return (await (await fetch(url)).text()).split('\u001e')
    },
    async send(packet) {
      await fetch(url, { method: 'POST', body: packet })
    },
  }
  await client.send('40/live,')
  await client.poll()
  return client
}

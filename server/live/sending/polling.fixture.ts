export interface PollingClient {
  readonly sid: string
  /** Takes what is queued. */
  poll(): Promise<readonly string[]>
  /** Says something in engine.io's own words; `1` ends the connection. */
  say(packet: string): Promise<void>
}

/** A client on `/live` that polls by hand, and so only when it is told to. */
export async function connectPolling(server: string): Promise<PollingClient> {
  const start = `${server}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(start)).text()).slice(1))
  const url = `${start}&sid=${sid}`
  const client: PollingClient = {
    sid,
    async poll() {
      return (await (await fetch(url)).text()).split('\u001e')
    },
    async say(packet) {
      await fetch(url, { method: 'POST', body: packet })
    },
  }
  await client.say('40/live,')
  await client.poll()
  return client
}

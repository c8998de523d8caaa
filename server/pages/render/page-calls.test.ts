import { expect, test } from 'vitest'
import type { DeskApi } from '../../../lib/server-api/registry.ts'
import { answerCall, createCalls } from './page-calls.ts'

/** Both sides, joined by messages that are copied as between processes. */
function join(api: Partial<DeskApi>) {
  const calls = createCalls((call) => {
    void answerCall(structuredClone(call), api as DeskApi, (answer) => calls.receive(structuredClone(answer)))
  })
  return calls.api
}

test('calls that are answered in another order get their own answers', async () => {
  const ends: (() => void)[] = []
  const api = join({
    isSignedIn: (token) => new Promise((resolve) => ends.push(() => resolve(token === 'good'))),
  })
  const [good, bad, none] = [api.isSignedIn('good'), api.isSignedIn('bad'), api.isSignedIn(undefined)]
  for (const end of ends.reverse()) end()
  expect(await Promise.all([good, bad, none])).toEqual([true, false, false])
})

test('a call that fails is rejected with the reason', async () => {
  const api = join({ release: () => Promise.reject(new Error('The disk is full.')) })
  await expect(api.release('x')).rejects.toThrow('The disk is full.')
})

test('other messages are ignored', async () => {
  const { receive } = createCalls(() => {})
  for (const message of ['ready', null, 7, { other: 1 }, { answer: 99 }]) receive(message)
  await answerCall('ready', {} as DeskApi, () => expect.unreachable())
})

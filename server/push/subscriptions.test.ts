import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Timers } from '../../lib/time/timers.ts'
import { writePrivateFile } from '../admin/private-file.ts'
import { type Subscription, type SubscriptionFile, subscriptionFile } from './subscription-file.ts'
import { createSubscriptions, defaultSubscriptionLimits, subscriptionId } from './subscriptions.ts'

const occasion = { log: 'a', title: 'Autocross', date: '4 May', said: 'unofficial' } as const
const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) }
const noPauses: Timers = {
  elapsed: () => performance.now(),
  after(_delay, callback) {
    const timer = setImmediate(callback)
    return () => clearImmediate(timer)
  },
}
const nowhere: SubscriptionFile = {
  read: async () => ({ occasion: undefined, subscriptions: [] }),
  write: async () => {},
}

function one(name: string, names: readonly string[] = ['Ann']): Subscription {
  const endpoint = `https://fcm.googleapis.com/${name}`
  return { endpoint, keys, names: [...names], contact: 'https://club.example', until: 1 }
}

function create(limits = defaultSubscriptionLimits, file = nowhere) {
  const first = { occasion, subscriptions: [] }
  return createSubscriptions({ file, first, timers: noPauses, limits, warn: () => {} })
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-push-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('given as many subscriptions as are taken, then one more is refused, a change is taken, and one can follow an erased one', async () => {
  const subscriptions = create({ ...defaultSubscriptionLimits, most: 2 })
  expect(await Promise.all([subscriptions.put(one('a')), subscriptions.put(one('b'))])).toEqual(['stored', 'stored'])
  expect(await subscriptions.put(one('c'))).toBe('full')
  expect(subscriptions.count()).toBe(2)
  expect(await subscriptions.put(one('a', ['Bob']))).toBe('stored')
  subscriptions.erase([subscriptionId(one('b').endpoint)])
  expect(await subscriptions.put(one('c'))).toBe('stored')
})

test('given subscriptions with long names, then they are refused when all of them would be too long', async () => {
  const subscriptions = create({ most: 100, mostCharacters: 3000 })
  expect(await subscriptions.put(one('a', ['x'.repeat(1000)]))).toBe('stored')
  expect(await subscriptions.put(one('b', ['y'.repeat(2000)]))).toBe('full')
  expect(await subscriptions.put(one('a', ['x'.repeat(5000)]))).toBe('full')
  expect(subscriptions.get(subscriptionId(one('a').endpoint))?.names).toEqual(['x'.repeat(1000)])
  expect([subscriptions.followersOf('x'.repeat(1000)).size, subscriptions.followersOf('y'.repeat(2000)).size]).toEqual([
    ...[1, 0],
  ])
})

test('given a change that cannot be stored, then the subscription is as before', async () => {
  let isFull = false
  const write = async () => {
    if (isFull) throw new Error('ENOSPC')
  }
  const subscriptions = create(defaultSubscriptionLimits, { ...nowhere, write })
  await subscriptions.put(one('a', ['Ann']))
  isFull = true
  expect(await subscriptions.put(one('a', ['Bob']))).toBe('not_stored')
  expect([subscriptions.followersOf('Ann').size, subscriptions.followersOf('Bob').size]).toEqual([1, 0])
})

const names = fc.subarray(['Ann', 'Bob', 'Cid'], { minLength: 1 })
const act = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), names: fc.option(names) })

test('given any changes, then the followers of each driver are those whose subscription names it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const subscriptions = create()
      const expected = new Map<string, readonly string[]>()
      for (const { id, names } of acts) {
        const subscription = one(id, names ?? [])
        // Not waited for: writes are paced.
        if (names) void subscriptions.put(subscription)
        else subscriptions.erase([subscriptionId(subscription.endpoint)])
        if (names) expected.set(subscriptionId(subscription.endpoint), names)
        else expected.delete(subscriptionId(subscription.endpoint))
      }
      for (const name of ['Ann', 'Bob', 'Cid']) {
        const followers = [...expected].filter(([, own]) => own.includes(name)).map(([id]) => id)
        expect([...subscriptions.followersOf(name)].sort()).toEqual(followers.sort())
      }
      expect([...subscriptions.ids()].sort()).toEqual([...expected.keys()].sort())
      await subscriptions.close()
    }),
  )
})

test('given a file with damaged lines, then all others are read; given none, then nothing is', async () => {
  const folder = ownFolder()
  const file = subscriptionFile(folder, writePrivateFile)
  expect(await file.read()).toEqual({ occasion: undefined, subscriptions: [] })
  const all = ['a', 'b', 'c'].map((name) => one(name))
  await file.write(
    occasion,
    all.map((subscription) => JSON.stringify(subscription)),
  )
  expect(await file.read()).toEqual({ occasion, subscriptions: all })
  const path = join(folder, 'push.jsonl')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace('fcm.googleapis.com/b"', 'fcm.googleapis.com/b').slice(0, -10))
  expect(await file.read()).toEqual({ occasion, subscriptions: [one('a')] })
  writeFileSync(path, text.replace('"log"', '"lag"'))
  expect((await file.read()).occasion).toBeUndefined()
})

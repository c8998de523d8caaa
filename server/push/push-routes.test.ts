import { expect, test } from 'vitest'
import { mostPushNames } from '../../lib/push/push-limits.ts'
import { createBrowserKeys } from '../../testing/push/browser-keys.ts'
import { startPushWorld } from './push.fixture.ts'

const field = { Ann: ['40.5'], Bob: ['41'] }
const { p256dh, auth } = createBrowserKeys()
const good = { endpoint: 'https://fcm.googleapis.com/fcm/send/abc', keys: { p256dh, auth } }
const path = '/api/push/subscribe'

test.each([
  ['no JSON', '{'],
  ['no names', { subscription: good, names: [] }],
  ['too many names', { subscription: good, names: Array.from({ length: mostPushNames + 1 }, (_, at) => `${at}`) }],
  ['an empty name', { subscription: good, names: [''] }],
  ['a name of 401 characters', { subscription: good, names: ['a'.repeat(401)] }],
  [
    'an endpoint of 1,001 characters',
    {
      ...{ subscription: { ...good, endpoint: `${good.endpoint}${'a'.repeat(1001)}` }, names: ['Ann'] },
    },
  ],
  ['no keys', { subscription: { endpoint: good.endpoint }, names: ['Ann'] }],
  [
    'a key that is no point of the curve',
    {
      ...{ subscription: { ...good, keys: { p256dh: `B${'A'.repeat(86)}`, auth } }, names: ['Ann'] },
    },
  ],
  ['a key of a wrong length', { subscription: { ...good, keys: { p256dh, auth: 'short' } }, names: ['Ann'] }],
])('given a request with %s, then it is refused with what is expected', async (_what, body) => {
  const world = await startPushWorld()
  const { status, json } = await world.ask(path, body)
  expect([status, json]).toEqual([400, { reason: 'malformed', message: expect.stringContaining('Expected is JSON') }])
  expect(world.push().counts().subscriptions).toBe(0)
})

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'https://localhost:3000/admin',
  'https://fcm.googleapis.com:444/',
  'https://user@fcm.googleapis.com/',
  'gopher://fcm.googleapis.com/',
])('given the endpoint %s, then it is refused, and never asked', async (endpoint) => {
  const world = await startPushWorld()
  const { status, json } = await world.ask(path, { subscription: { ...good, endpoint }, names: ['Ann'] })
  expect([status, json.reason]).toEqual([400, 'unknown_service'])
  expect(world.push().counts()).toMatchObject({ subscriptions: 0, queued: 0 })
})

test.each([
  ['a form, which any page can send', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['a text, which any page can send', { 'Content-Type': 'text/plain' }],
])('given %s, then it is refused', async (_what, headers) => {
  const world = await startPushWorld()
  const { status, json } = await world.ask(path, { subscription: good, names: ['Ann'] }, headers)
  expect([status, json.reason]).toEqual([403, 'other_origin'])
})

test('given a subscription, when it comes again with other names, then it is changed, and no second one is made', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  const subscription = await world.subscribe('phone', ['Ann'])
  const { status, json } = await world.ask(path, { subscription, names: ['Bob', 'Bob'] })
  expect([status, json]).toEqual([200, { until: expect.any(Number) }])
  await world.publish({ Ann: ['40.5', '39'], Bob: ['41', '38'] })
  expect((await world.told('phone', 2)).map(({ title }) => title)).toEqual(['Bob'])
  expect(world.push().counts().subscriptions).toBe(1)
})

test('given a subscription that the browser renewed, then the new one has the names of the old, which is erased', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  const old = await world.subscribe('old', ['Ann'])
  const subscription = world.service.subscription('new')
  expect((await world.ask(path, { subscription, replaces: old.endpoint })).status).toBe(200)
  expect(world.push().counts().subscriptions).toBe(1)
  await world.publish({ ...field, Ann: ['40.5', '39'] })
  expect((await world.told('new', 2)).map(({ title }) => title)).toEqual(['Ann'])
})

test('given a renewal of a subscription that nobody knows, then it is not found', async () => {
  const world = await startPushWorld()
  const { status, json } = await world.ask(path, { subscription: good, replaces: 'https://fcm.googleapis.com/x' })
  expect([status, json.reason]).toEqual([404, 'unknown_subscription'])
})

test('given a renewal, then a known subscription gets its names, and an erased one is not made again', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  const subscription = await world.subscribe('phone', ['Ann'])
  expect((await world.ask(path, { subscription, names: ['Bob'], renews: true })).status).toBe(200)
  world.push().eraseAll()
  const { status, json } = await world.ask(path, { subscription, names: ['Bob'], renews: true })
  expect([status, json]).toEqual([200, { erased: true }])
  expect(world.push().counts().subscriptions).toBe(0)
})

test('given an unsubscription, then nothing is sent any more; with an unknown endpoint, it answers the same', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  const { endpoint } = await world.subscribe('phone', ['Ann'])
  const unknown = await world.ask('/api/push/unsubscribe', { endpoint: `${endpoint}x` })
  expect(world.push().counts().subscriptions).toBe(1)
  const known = await world.ask('/api/push/unsubscribe', { endpoint })
  expect([known.status, known.json]).toEqual([unknown.status, unknown.json])
  expect(world.push().counts().subscriptions).toBe(0)
})

test('given as many new subscriptions of one network as it may have, then changes and other networks go on', async () => {
  const limits = { requests: { points: 100, duration: 60 }, newSubscriptions: { points: 2, duration: 3600 } }
  const world = await startPushWorld({ limits })
  const ask = async (name: string, address: string) => {
    const body = { subscription: { ...good, endpoint: `${good.endpoint}${name}` }, names: ['Ann'] }
    const { status, json } = await world.ask(path, body, { 'x-paddock-address': address })
    return json.reason ?? status
  }
  expect([await ask('a', 'one'), await ask('b', 'one'), await ask('c', 'one')]).toEqual([200, 200, 'too_often'])
  expect([await ask('a', 'one'), await ask('c', 'two')]).toEqual([200, 200])
})

test('given more than 600 requests of one network in a minute, then further ones are told to wait', async () => {
  const world = await startPushWorld()
  const answers = await Promise.all(Array.from({ length: 610 }, () => world.ask('/api/push/unsubscribe', {})))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(10)
  expect([refused[0]?.json.reason, refused[0]?.headers.get('retry-after')]).toEqual(['too_often', '60'])
  expect((await world.ask('/api/push/key')).status).toBe(200)
})

test('given a disk that takes nothing, then the subscription is refused and forgotten', async () => {
  let isFull = false
  const world = await startPushWorld({
    writeFile: async () => {
      if (isFull) throw new Error('ENOSPC')
    },
  })
  isFull = true
  const { status, json } = await world.ask(path, { subscription: good, names: ['Ann'] })
  expect([status, json.reason]).toEqual([503, 'not_stored'])
  expect(world.push().counts().subscriptions).toBe(0)
})

test('given any other path, then it is left to the pages', async () => {
  const world = await startPushWorld()
  for (const other of ['/api/push', '/api/push/keys', '/live']) expect((await world.ask(other)).status).toBe(404)
  expect((await world.ask('/api/push/list', {})).status).toBe(404)
})

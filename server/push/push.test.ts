import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openMemoryRevisionLog } from '../log/memory-revision-log.ts'
import { startPushWorld } from './push.fixture.ts'

const field = { Ann: ['40.5'], Bob: ['41'], Cid: ['43'] }
const hour = 3_600_000

test('given a phone that follows a driver, when the driver runs, then the phone alone can read the news', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  await world.subscribe('phone', ['Bob'])
  await world.publish({ ...field, Bob: ['41', '40.25'] })
  expect(await world.told('phone', 2)).toEqual([
    {
      ...{ title: 'Bob', body: 'Run 2: 40.250 clean. PB −0.750, 2nd → 1st in STR' },
      ...{ tag: 'driver Bob', url: '/live?driver=Bob' },
    },
  ])
  const [first, run] = world.service.received
  expect(JSON.parse(first?.text ?? '')).toMatchObject({ title: 'Autocross 4', body: 'News of Bob arrive like this.' })
  const { key } = (await world.ask('/api/push/key')).json
  expect(run?.vapid).toMatchObject({
    key,
    claims: { aud: world.service.origin, sub: expect.stringMatching(/^https:\/\/127.0.0.1/) },
  })
  expect(Number(run?.vapid.claims.exp)).toBeLessThanOrEqual(Date.now() / 1000 + 24 * 3600)
  expect(run?.headers).toMatchObject({
    ...{
      'content-encoding': 'aes128gcm',
      ttl: expect.stringMatching(/^1[78]\d\d$/),
      urgency: 'high',
      topic: expect.stringMatching(/^[\w-]{32}$/),
    },
  })
  expect(run?.headers.topic).not.toBe(first?.headers.topic)
})

test('given followers of two drivers, when one passes the other, then each hears their own side of it', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  await world.subscribe('one', ['Ann'])
  await world.subscribe('two', ['Bob', 'Nobody'])
  await world.subscribe('other', ['Cid'])
  await world.publish({ ...field, Bob: ['41', '40.25'] })
  expect((await world.told('one', 5)).map(({ body }) => body)).toEqual(['1st → 2nd in STR. Ahead now: Bob 40.250'])
  expect((await world.told('two', 5)).map(({ body }) => body)).toEqual([expect.stringMatching(/^Run 2: 40.250/)])
  expect(await world.told('other', 5)).toEqual([])
})

test('given provisional results, then each phone hears it once, also when the state goes back and after a restart', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  await world.subscribe('phone', ['Ann'])
  await world.publish(field, { state: 'provisional' })
  expect(await world.told('phone', 2)).toMatchObject([
    { title: 'Provisional results are posted', body: 'Ann: 1st in STR', tag: 'state' },
  ])
  await world.publish(field, { state: 'unofficial' })
  await world.restart()
  await world.publish(field, { state: 'provisional' })
  await world.publish({ ...field, Ann: ['40.5', '50'] })
  await world.told('phone', 3)
  await world.publish({ ...field, Ann: ['40.5', '50'] }, { state: 'final' })
  expect((await world.told('phone', 4)).map(({ title }) => title)).toEqual([
    ...['Provisional results are posted', 'Ann', 'Final results are posted'],
  ])
})

test('given results that are provisional already, when somebody subscribes, then they are not told of it', async () => {
  const world = await startPushWorld()
  await world.publish(field, { state: 'provisional' })
  await world.subscribe('phone', ['Ann'])
  await world.publish({ ...field, Ann: ['40.5', '39'] })
  expect((await world.told('phone', 2)).map(({ title }) => title)).toEqual(['Ann'])
})

test('given a message from the desk, then every phone hears it once, and a withdrawal says nothing', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  await world.subscribe('phone', ['Ann'])
  await world.subscribe('tablet', ['Nobody'])
  world.desk({ kind: 'say', text: 'Heat 3 in 20 min' })
  await world.told('tablet', 4)
  world.desk({ kind: 'add_screen', name: 'Tent' })
  world.desk({ kind: 'withdraw' })
  await world.restart()
  world.desk({ kind: 'say', text: 'Rain' })
  const bodies = (await world.told('tablet', 6)).map(({ title, body }) => `${title}: ${body}`)
  expect(bodies).toEqual(['Autocross 4: Heat 3 in 20 min', 'Autocross 4: Rain'])
})

test('given a restart, then keys and subscriptions are kept in files of this user alone, and nothing is said twice', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  await world.subscribe('phone', ['Ann'])
  const { key } = (await world.ask('/api/push/key')).json
  await world.publish({ ...field, Ann: ['40.5', '39'] })
  await world.told('phone', 2)
  await world.restart()
  expect((await world.ask('/api/push/key')).json.key).toBe(key)
  expect(world.push().counts().subscriptions).toBe(1)
  await world.publish({ ...field, Ann: ['40.5', '39', '38'] })
  expect((await world.told('phone', 3)).map(({ body }) => body.slice(0, 6))).toEqual(['Run 2:', 'Run 3:'])
  if (process.platform === 'win32') return
  for (const name of ['push.jsonl', 'push-keys.json']) {
    expect(statSync(join(world.stateFolder, name)).mode & 0o777).toBe(0o600)
  }
})

test.each([404, 410])(
  'given a push service that answers %d, then the subscription is erased for good',
  async (status) => {
    const world = await startPushWorld()
    await world.publish(field)
    const { endpoint } = await world.subscribe('gone', ['Ann'])
    await world.subscribe('phone', ['Bob'])
    world.service.answer('gone', status)
    await world.publish({ ...field, Ann: ['40.5', '39'] })
    await expect.poll(() => world.push().counts()).toMatchObject({ subscriptions: 1, outcomes: { gone: 1 } })
    await expect.poll(() => readFileSync(join(world.stateFolder, 'push.jsonl'), 'utf8')).not.toContain(endpoint)
  },
)

test('given a push service that refuses a notification, then the log says so once, and the subscription stays', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  await world.subscribe('phone', ['Ann'])
  world.service.answer('phone', 403)
  await world.publish({ ...field, Ann: ['40.5', '39'] })
  await expect.poll(() => world.push().counts()).toMatchObject({ subscriptions: 1, outcomes: { failed: 1 } })
  expect(world.logged).toEqual(['a push service did not take a notification: answered 403'])
})

test('given a push service that redirects, then its target is not asked', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  await world.subscribe('phone', ['Ann'])
  world.service.answer('phone', 307, { Location: `${world.service.origin}/elsewhere` })
  await world.publish({ ...field, Ann: ['40.5', '39'] })
  await expect.poll(() => world.push().counts().outcomes.failed).toBe(1)
  expect(world.service.faults).toEqual([])
  expect(world.service.received).toHaveLength(2)
})

test('given a push service that never answers, then revisions are appended as fast as without, and the rest is sent', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  for (const browser of ['slow', 'phone']) await world.subscribe(browser, ['Ann'])
  world.service.answer('slow', 'silence')
  const runs = ['40.5']
  for (let run = 0; run < 20; run += 1) {
    runs.push(`${40 - run / 10}`)
    await world.publish({ ...field, Ann: runs })
  }
  await expect.poll(async () => (await world.told('phone', 0)).at(-1)?.body).toMatch(/^Run 21:/)
  expect((await world.told('slow', 0)).length).toBeLessThanOrEqual(1)
})

test.each([
  ['another event', async (world) => world.publish({ Zoe: ['50'] }, { title: 'Autocross 5' })],
  ['another log', async (world) => world.restart(await openMemoryRevisionLog({ now: Date.now, warn: () => {} }))],
  [
    'two days without a visit',
    async (world) => {
      world.advance(49 * hour)
      await world.restart()
    },
  ],
  ['the desk', async (world) => void world.push().eraseAll()],
] satisfies [string, (world: Awaited<ReturnType<typeof startPushWorld>>) => Promise<void>][])(
  'given %s, then all subscriptions are erased, here and in the file',
  async (_what, act) => {
    const world = await startPushWorld()
    await world.publish(field)
    await world.subscribe('phone', ['Ann'])
    await act(world)
    await expect.poll(() => world.push().counts().subscriptions).toBe(0)
    await expect.poll(() => readFileSync(join(world.stateFolder, 'push.jsonl'), 'utf8')).not.toContain('endpoint')
    await world.restart()
    expect(world.push().counts().subscriptions).toBe(0)
  },
)

test('given a corrected title with the same date, then subscriptions stay', async () => {
  const world = await startPushWorld()
  await world.publish(field, { title: 'Autocross', date: '4 May' })
  await world.subscribe('phone', ['Ann'])
  await world.publish(field, { title: 'Autocross 4', date: '4 May' })
  await world.publish({ ...field, Ann: ['40.5', '39'] })
  await world.told('phone', 2)
  await world.restart()
  expect(world.push().counts().subscriptions).toBe(1)
})

test('given a list without its runs, as at the begin of a second day, then no run is said to be taken away', async () => {
  const world = await startPushWorld()
  await world.publish(field)
  await world.subscribe('phone', ['Ann'])
  await world.publish({ Ann: [], Bob: [], Cid: [] }, { state: 'provisional' })
  await world.told('phone', 2)
  await world.publish({ Ann: ['50'], Bob: [], Cid: [] })
  expect((await world.told('phone', 3)).map(({ body }) => body.slice(0, 13))).toEqual(['Ann', 'Run 1: 50.000'])
})

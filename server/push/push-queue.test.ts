import { beforeEach, expect, test } from 'vitest'
import { type ManualTime, manualTime } from '../../lib/time/manual-time.fixture.ts'
import { createPushQueue, defaultQueueLimits, type PushQueue, type PushQueueLimits } from './push-queue.ts'
import type { Sending } from './send-push.ts'
import type { Delivery } from './waiting-deliveries.ts'

interface Request {
  readonly delivery: Delivery
  readonly ttl: number
  readonly at: number
  readonly answer: (sending: Sending | undefined) => void
}

const slow = 'https://slow.example'
const fast = 'https://fast.example'
const later = (delay?: number): Sending => ({ kind: 'later', reason: 'answered 503', delay })
let time: ManualTime
let requests: Request[]
let outcomes: string[]
let queue: PushQueue

function start(limits: Partial<PushQueueLimits> = {}): void {
  queue = createPushQueue({
    send: (delivery, ttl) => new Promise((answer) => requests.push({ delivery, ttl, at: time.elapsed(), answer })),
    onOutcome: (outcome, { id, notification }, reason) =>
      outcomes.push([outcome, id, notification.body, reason].join(' ').trim()),
    timers: time,
    limits: { ...defaultQueueLimits, ...limits },
  })
}

beforeEach(() => {
  time = manualTime()
  requests = []
  outcomes = []
  start()
})

function add(id: string, body: string, { service = fast, tag = 'driver Ann', ttl = 3600 } = {}): void {
  queue.add({ id, service, ttl, notification: { title: 'Ann', body, tag, url: '/live' } })
}

const sent = () => requests.map(({ delivery }) => `${delivery.id} ${delivery.notification.body}`)
const answer = (index: number, sending: Sending | undefined) => requests[index]?.answer(sending)

test('given several news of a driver for one browser, when they wait, then only the newest is sent', async () => {
  for (const body of ['run 1', 'run 2', 'run 3']) add('phone', body)
  add('phone', 'Bob', { tag: 'driver Bob' })
  add('tablet', 'run 3')
  expect(queue.count()).toBe(3)
  await time.pass(1000)
  expect(sent()).toEqual(['phone run 3', 'phone Bob', 'tablet run 3'])
})

test('given news under way, when newer ones of the same driver come, then they are sent after the answer', async () => {
  add('phone', 'run 1')
  await time.pass(10)
  add('phone', 'run 2')
  await time.pass(1000)
  expect(sent()).toEqual(['phone run 1'])
  answer(0, { kind: 'sent' })
  await time.pass(10)
  expect(sent()).toEqual(['phone run 1', 'phone run 2'])
})

test('given many news, then they are sent one every interval, so many at once, and so many at one service', async () => {
  start({ interval: 5, atOnce: 5, atOnceOfService: 3 })
  for (let index = 0; index < 10; index += 1) add(`slow ${index}`, '', { service: slow })
  for (let index = 0; index < 10; index += 1) add(`fast ${index}`, '')
  await time.pass(10_000)
  expect(requests.map(({ at }) => at)).toEqual([5, 10, 15, 20, 25])
  expect(requests.filter(({ delivery }) => delivery.service === slow)).toHaveLength(3)
})

test('given a service that does not answer, then another one gets all of its news', async () => {
  for (let index = 0; index < 50; index += 1) add(`slow ${index}`, '', { service: slow })
  for (let index = 0; index < 50; index += 1) add(`fast ${index}`, '')
  for (let step = 0; step < 200; step += 1) {
    await time.pass(5)
    for (const { delivery, answer } of requests) if (delivery.service === fast) answer({ kind: 'sent' })
  }
  expect(outcomes.filter((line) => line.startsWith('sent fast'))).toHaveLength(50)
  expect(requests.filter(({ delivery }) => delivery.service === slow)).toHaveLength(8)
})

test('given a service that asks for a pause, then nothing is sent to it before, and others go on', async () => {
  add('phone', 'run 1', { service: slow })
  await time.pass(5)
  answer(0, later(20_000))
  add('tablet', 'run 1', { service: slow })
  add('laptop', 'run 1')
  await time.pass(19_990)
  expect(sent()).toEqual(['phone run 1', 'laptop run 1'])
  await time.pass(100)
  expect(sent().slice(2).sort()).toEqual(['phone run 1', 'tablet run 1'])
})

test('given a service that fails each time, then a notification is tried three times and counted as failed', async () => {
  add('phone', 'run 1')
  for (const index of [0, 1, 2]) {
    await time.pass(40_000)
    answer(index, later())
  }
  await time.pass(3_600_000)
  expect(requests).toHaveLength(3)
  expect(outcomes).toEqual(['failed phone run 1 answered 503'])
  expect(queue.count()).toBe(0)
})

test('given a try that failed, when newer news wait, then the old ones are not tried again', async () => {
  add('phone', 'run 1')
  await time.pass(5)
  add('phone', 'run 2')
  answer(0, later())
  await time.pass(60_000)
  answer(1, { kind: 'sent' })
  await time.pass(60_000)
  expect(sent()).toEqual(['phone run 1', 'phone run 2'])
})

test('given a service that asks for a pause of a year, then it gets the longest one', async () => {
  add('phone', 'run 1', { ttl: 10_000 })
  await time.pass(5)
  answer(0, later(31_536_000_000))
  await time.pass(defaultQueueLimits.longestPause)
  expect(requests).toHaveLength(2)
})

test('given news that waited longer than they are of use, then they are dropped', async () => {
  add('phone', 'run 1', { ttl: 60 })
  await time.pass(5)
  answer(0, later(61_000))
  await time.pass(120_000)
  expect(requests).toHaveLength(1)
  expect(outcomes).toEqual(['dropped phone run 1 it was too old'])
})

test('given a waiting notification, then its time to live at the service is what is left of it', async () => {
  add('phone', 'run 1', { ttl: 60 })
  await time.pass(5)
  answer(0, later(20_000))
  await time.pass(21_000)
  expect(requests.map(({ ttl }) => ttl)).toEqual([60, 40])
})

test('given too many that wait, then the oldest are dropped', async () => {
  start({ waiting: 2 })
  for (const id of ['one', 'two', 'three']) add(id, 'run 1')
  expect(outcomes).toEqual(['dropped one run 1 too many wait'])
  expect(queue.count()).toBe(2)
})

test.each([
  ['gone', { kind: 'gone' } as const, 'gone phone run 1'],
  ['sent', { kind: 'sent' } as const, 'sent phone run 1'],
  ['refused', { kind: 'failed', reason: 'answered 403' } as const, 'failed phone run 1 answered 403'],
  ['of an erased subscription', undefined, 'dropped phone run 1 the subscription was erased'],
])('given a notification that is %s, then it is counted so and not tried again', async (_what, sending, line) => {
  add('phone', 'run 1')
  await time.pass(5)
  answer(0, sending)
  await time.pass(60_000)
  expect(outcomes).toEqual([line])
  expect(requests).toHaveLength(1)
})

test('given a stop, then nothing further is sent', async () => {
  add('phone', 'run 1')
  queue.stop()
  await time.pass(60_000)
  add('phone', 'run 2')
  await time.pass(60_000)
  expect(requests).toEqual([])
})

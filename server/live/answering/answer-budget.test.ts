import { EventEmitter } from 'node:events'
import type { Socket } from 'socket.io'
import { beforeEach, expect, test } from 'vitest'
import { type ManualTime, manualTime } from '../../../lib/time/manual-time.fixture.ts'
import { type AnswerBudget, createAnswerBudget } from './answer-budget.ts'

// An address may have 30 × 1,000 bytes at once and 1,000 a second; a connection 16 × 100 + 400 and 100 a second.

let time: ManualTime
let budget: AnswerBudget
let granted: string[]

interface FakeSocket extends EventEmitter {
  readonly name: string
  readonly address: string
}
const socketNamed = (name: string, address = 'club') =>
  Object.assign(new EventEmitter(), { name, address }) satisfies FakeSocket

beforeEach(() => {
  time = manualTime()
  granted = []
  budget = createAnswerBudget({
    rates: { ofConnection: 100, ofAddress: 1000 },
    addressOf: (socket) => (socket as unknown as FakeSocket).address,
    burst: () => 400,
    timers: time,
  })
})

function ask(socket: FakeSocket, bytes: number, what = socket.name): void {
  void budget.turn(socket as unknown as Socket, bytes).then((isGranted) => {
    granted.push(isGranted ? what : `not ${what}`)
  })
}

/** Passes time; promises settle meanwhile. */
async function pass(milliseconds: number): Promise<void> {
  await time.pass(milliseconds)
  await Promise.resolve()
}

test('given a connection, when it asks for more than its rate, then the rest is deferred and others are not', async () => {
  const [hog, honest] = [socketNamed('hog'), socketNamed('honest')]
  ask(hog, 1999, 'hog 1')
  ask(hog, 3001, 'hog 2')
  ask(hog, 10, 'hog 3')
  ask(honest, 500)
  await pass(0)
  expect(granted).toEqual(['hog 1', 'hog 2', 'honest'])
  // 5,000 bytes are owed; less than 2,000 are allowed.
  await pass(29_000)
  expect(granted).toHaveLength(3)
  await pass(1100)
  expect(granted.at(-1)).toBe('hog 3')
})

test('given an address with a thousand connections, then all get their answer in order, at the rate of the address', async () => {
  const names = Array.from({ length: 1000 }, (_, index) => `phone ${index}`)
  for (const name of names) ask(socketNamed(name), 100)
  await pass(0)
  expect(granted).toEqual(names.slice(0, 300))
  await pass(10_000)
  expect(granted.length).toBeGreaterThanOrEqual(399)
  expect(granted.length).toBeLessThanOrEqual(401)
  await pass(60_000)
  expect(granted).toEqual(names)
})

test('given an address that owes, then another address is answered at once', async () => {
  for (let count = 0; count < 400; count += 1) ask(socketNamed(`phone ${count}`), 100)
  ask(socketNamed('elsewhere', 'home'), 100)
  await pass(0)
  expect(granted.at(-1)).toBe('elsewhere')
})

test('given a hog that asks on new connections, then an honest one waits only for those that came before it', async () => {
  for (let count = 0; count < 310; count += 1) ask(socketNamed(`hog ${count}`), 100)
  ask(socketNamed('honest'), 100)
  for (let count = 310; count < 1000; count += 1) ask(socketNamed(`hog ${count}`), 100)
  await pass(1200)
  expect(granted).toContain('honest')
  expect(granted.length).toBeLessThan(320)
})

test('given an address that owes, then no connection passes another that waits, however little it asks for', async () => {
  ask(socketNamed('hog'), 31_000)
  ask(socketNamed('first'), 1000)
  ask(socketNamed('second'), 1)
  await pass(999)
  expect(granted).toEqual(['hog'])
  await pass(2)
  expect(granted).toEqual(['hog', 'first'])
  await pass(1000)
  expect(granted).toEqual(['hog', 'first', 'second'])
})

test('given a connection that waits, when it asks again, then it keeps its place and only the newest is granted', async () => {
  const [first, second] = [socketNamed('first'), socketNamed('second')]
  ask(socketNamed('hog'), 30_000)
  ask(first, 10, 'old')
  ask(second, 10)
  ask(first, 10, 'new')
  await pass(0)
  expect(granted).toEqual(['hog', 'not old'])
  await pass(1000)
  expect(granted).toEqual(['hog', 'not old', 'new', 'second'])
})

test('given a connection that waits, when it is closed, then it is not granted and the next one is', async () => {
  const [first, second] = [socketNamed('first'), socketNamed('second')]
  ask(socketNamed('hog'), 30_000)
  ask(first, 10)
  ask(second, 10)
  first.emit('disconnect')
  await pass(1000)
  expect(granted).toEqual(['hog', 'not first', 'second'])
})

test('given an answer that was not needed, when its charge is refunded, then those that wait are served', async () => {
  const first = socketNamed('first')
  ask(first, 30_000)
  ask(socketNamed('second'), 10)
  await pass(0)
  expect(granted).toEqual(['first'])
  budget.refund(first as unknown as Socket, 30_000)
  ask(first, 10, 'again')
  await pass(0)
  expect(granted).toEqual(['first', 'second', 'again'])
})

test('given 100,000 addresses that come and go, then each is answered at once', async () => {
  for (let count = 0; count < 100_000; count += 1) {
    ask(socketNamed('phone', `address ${count}`), 100)
    if (count % 500 === 0) await pass(1000)
  }
  await pass(0)
  expect(granted).toHaveLength(100_000)
})

import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { type ManualTime, manualTime } from '../../lib/time/manual-time.fixture.ts'
import { createSignIn, defaultSignInLimits, type SignIn } from './sign-in.ts'

const right = 'race day 2026'
const signedIn = { kind: 'signed_in', token: 'token', maxAge: 1 } as const

let time: ManualTime
let compared: string[]
let lines: string[]

beforeEach(() => {
  time = manualTime()
  compared = []
  lines = []
})

function start(limits = defaultSignInLimits) {
  const stream = { write: (line: string) => void lines.push(line) }
  const matches = async (attempt: string) => {
    compared.push(attempt)
    return attempt === right
  }
  return createSignIn({ password: { matches }, begin: () => signedIn, logger: pino({}, stream), timers: time, limits })
}

/** Tries that were answered so far, by kind. */
function follow() {
  const kinds: SignIn['kind'][] = []
  return { kinds, add: (answer: Promise<SignIn>) => void answer.then(({ kind }) => kinds.push(kind)) }
}

describe('signing in', () => {
  test.each([
    ['one address behind a proxy', () => '10.0.0.1', '10.0.0.1'],
    ['many addresses', (count: number) => `10.1.${count >> 8}.${count & 255}`, '10.0.0.2'],
  ])('given 50 wrong tries a second from %s, then the right password is in within 2 s', async (_, address, own) => {
    const signIn = start()
    const wrong = follow()
    const chief = follow()
    for (let count = 0; count < 500; count += 1) {
      wrong.add(signIn(`wrong ${count}`, address(count)))
      await time.pass(20)
      if (count % 100 === 50) chief.add(signIn(right, own))
      // 100 tries of 20 ms later, the chief's earlier ones are all answered.
      if (count % 100 === 49 && count > 100) expect(chief.kinds).toHaveLength((count - 49) / 100)
    }
    await time.pass(2000)
    expect(chief.kinds).toEqual(Array(5).fill('signed_in'))
    expect(wrong.kinds).toHaveLength(500)
    expect(wrong.kinds).not.toContain('signed_in')
    expect(compared).toHaveLength(505)
  })

  test('given more tries of one address than can wait, then another address gets in all the same', async () => {
    const signIn = start()
    const [hog, chief] = [follow(), follow()]
    for (let count = 0; count < 1000; count += 1) hog.add(signIn(`wrong ${count}`, '10.0.0.1'))
    chief.add(signIn(right, '10.0.0.2'))
    // The turn after that of the other address.
    await time.pass(10)
    expect(chief.kinds).toEqual(['signed_in'])
    await time.pass(3000)
    // One is compared at once, and 200 wait; the others are refused without a comparison.
    expect(compared).toHaveLength(202)
    expect(hog.kinds.filter((kind) => kind === 'too_many_tries')).toHaveLength(1000 - 5)
  })

  test('given tries of many addresses, then no more wait than 400', async () => {
    const signIn = start()
    const tries = follow()
    for (let count = 0; count < 5000; count += 1) tries.add(signIn('wrong', `10.0.${count >> 8}.${count & 255}`))
    await time.pass(0)
    expect(tries.kinds).toHaveLength(5000 - 401)
    await time.pass(5000)
    expect([tries.kinds.length, compared.length]).toEqual([5000, 401])
  })

  test('given tries without a pause, then one is compared each 5 ms', async () => {
    const signIn = start()
    for (let count = 0; count < 40; count += 1) void signIn('wrong', '10.0.0.1')
    await time.pass(97)
    expect(compared).toHaveLength(20)
  })

  test('given a wrong password, then its answer waits a second, and the right one does not', async () => {
    const signIn = start()
    const tries = follow()
    tries.add(signIn('wrong', '10.0.0.1'))
    tries.add(signIn(right, '10.0.0.1'))
    await time.pass(999)
    expect(tries.kinds).toEqual(['signed_in'])
    await time.pass(1)
    expect(tries.kinds).toEqual(['signed_in', 'wrong_password'])
  })

  test('given as many waiting answers as are possible, then further wrong tries are answered at once', async () => {
    const signIn = start({ ...defaultSignInLimits, delayed: 2 })
    const tries = follow()
    for (let count = 0; count < 5; count += 1) tries.add(signIn('wrong', `10.0.0.${count}`))
    await time.pass(100)
    expect(tries.kinds).toHaveLength(3)
    await time.pass(1000)
    expect(tries.kinds).toHaveLength(5)
  })

  test('given five wrong passwords of an address, then more are too many, and its right one gets in', async () => {
    const signIn = start()
    const kinds: string[] = []
    for (const attempt of [...Array(7).fill('wrong'), right]) {
      const answer = signIn(attempt, '10.0.0.1')
      await time.pass(1010)
      kinds.push((await answer).kind)
    }
    expect(kinds).toEqual([...Array(5).fill('wrong_password'), 'too_many_tries', 'too_many_tries', 'signed_in'])
  })

  test('given 300 wrong passwords, then the log has 20 lines about them', async () => {
    const signIn = start()
    for (let count = 0; count < 300; count += 1) {
      void signIn('wrong', `10.0.0.${count % 250}`)
      await time.pass(20)
    }
    expect(lines).toHaveLength(20)
  })

  test('given a comparison that fails, then the next try is compared', async () => {
    const matches = async (attempt: string) => {
      if (attempt === 'broken') throw new Error('no memory')
      return attempt === right
    }
    const logger = pino({ level: 'silent' })
    const signIn = createSignIn({ password: { matches }, begin: () => signedIn, logger, timers: time })
    const broken = signIn('broken', '10.0.0.1')
    const next = signIn(right, '10.0.0.1')
    await expect(broken).rejects.toThrow('no memory')
    await time.pass(10)
    expect((await next).kind).toBe('signed_in')
  })
})

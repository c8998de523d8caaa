import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ManualTime, manualTime } from '../../lib/time/manual-time.fixture.ts'
import { keepRunning } from './keep-running.mjs'
import { decide } from './restart-policy.mjs'
import { takeSecrets } from './take-secrets.mjs'

let folder: string
let time: ManualTime
let lines: string[]
let delays: number[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paddock-start-'))
  time = manualTime()
  lines = []
  delays = []
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Keeps this program running; a restart waits for no real time. */
function keep(program: string, secrets = {}) {
  const script = join(folder, 'server.cjs')
  writeFileSync(script, program)
  const after = (delay: number, callback: () => void) => {
    delays.push(delay)
    setImmediate(callback)
    return () => undefined
  }
  return keepRunning(script, [], secrets, { say: (line) => void lines.push(line), elapsed: time.elapsed, after })
}

describe('keeping a server running', () => {
  test.each([0, 1])('given it ends with code %i, then it is over with that code, and nothing is said', async (code) => {
    expect(await keep(`process.exit(${code})`)).toBe(code)
    expect([lines, delays]).toEqual([[], []])
  })

  test('given it fails at once again and again, then the delays grow, and the end is said', async () => {
    expect(await keep('process.exit(70)')).toBe(70)
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 16_000])
    expect(lines).toHaveLength(7)
    expect(lines[0]).toContain('ended by a fault (code 70; the lines above say why). It is started again in 0.5 s.')
    expect(lines.at(-1)).toContain('for the 7th time in a row')
  })

  test('given it is killed, then the signal is said', async () => {
    await keep('process.kill(process.pid, "SIGKILL")')
    expect(lines[0]).toContain('SIGKILL; the system may have run out of memory')
  })

  test('given a server that fails once, then the second one is the last', async () => {
    const marker = join(folder, 'marker')
    const program = `const fs = require('node:fs'); const file = ${JSON.stringify(marker)}
      if (fs.existsSync(file)) process.exit(0); fs.writeFileSync(file, ''); process.exit(3)`
    expect(await keep(program)).toBe(0)
    expect(delays).toEqual([500])
  })

  test('given secrets, then the server gets them as a message, and not in its environment', async () => {
    const program = `process.once('message', (secrets) => process.exit(
      secrets.ADMIN_PASSWORD === 'secret' && !JSON.stringify(process.env).includes('secret') ? 0 : 1))`
    expect(await keep(program, { ADMIN_PASSWORD: 'secret' })).toBe(0)
  })
})

describe('the decision after an end', () => {
  test('given a run of a minute, then a failure counts as the first', () => {
    expect(decide({ code: 70, ran: 60_000, failures: 6 })).toEqual({ kind: 'restart', failures: 1, delay: 500 })
    expect(decide({ code: 70, ran: 59_999, failures: 6 })).toEqual({ kind: 'give up', failures: 7 })
    expect(decide({ code: null, ran: 0, failures: 0 })).toEqual({ kind: 'restart', failures: 1, delay: 500 })
  })
})

test('secrets are taken out of an environment', () => {
  const environment = { ADMIN_PASSWORD: 'secret', PORT: '1' }
  expect(takeSecrets(environment)).toEqual({ ADMIN_PASSWORD: 'secret' })
  expect(environment).toEqual({ PORT: '1' })
  expect(takeSecrets(environment)).toEqual({})
})

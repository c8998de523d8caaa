import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LogState, RevisionLog } from '../revision-log.ts'
import { openSqliteRevisionLog } from './sqlite-revision-log.ts'
import { putImage, takeImage, temporaryFolder } from './sqlite-storage.fixture.ts'
import { defaultRetention } from './write-log.ts'

const steps = ['append', 'append', 'append', 'restart', 'crash', 'lose the database', 'put an older copy back'] as const

interface Step {
  readonly what: (typeof steps)[number]
  /** The time of the clock from this step on, in Unix ms. */
  readonly time: number
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...steps),
  time: fc.oneof(fc.constantFrom(0, 1, -5), fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) })),
})

async function follow(all: readonly Step[]): Promise<void> {
  const folder = temporaryFolder()
  const copy = join(folder, 'copy')
  const warnings: string[] = []
  let time = Date.UTC(2026, 4, 4)
  const open = () =>
    openSqliteRevisionLog({
      folder,
      now: () => time,
      warn: (message) => warnings.push(message),
      retention: { ...defaultRetention, keepRevisions: 6, snapshotRevisions: 3 },
    })
  let log: RevisionLog | undefined
  try {
    log = await open()
    cpSync(join(folder, 'paddock.db'), copy)
    let newest: LogState = log.current()
    let highest = newest.version
    for (const [index, { what, time: next }] of all.entries()) {
      time = next
      if (what === 'append') {
        const changes = {
          create: [],
          update: [{ driver_name: `Driver ${index % 4}`, car: String(index) }],
          destroy: [],
        }
        const result = await log.append(newest.version, { at: time, sourceAt: time, changes, event: undefined })
        expect(result.state.version).toBe(highest + 1)
        expect(result.state.log).toBe(newest.log)
      } else {
        const image = takeImage(folder)
        await log.close()
        if (what === 'crash') putImage(folder, image)
        if (what === 'lose the database') rmSync(join(folder, 'paddock.db'))
        if (what === 'put an older copy back') cpSync(copy, join(folder, 'paddock.db'))
        if (what === 'restart' && index % 3 === 0) cpSync(join(folder, 'paddock.db'), copy)
        log = await open()
        if (what === 'restart' || what === 'crash') expect(log.current()).toStrictEqual(newest)
        // A copy of the newest version continues its log.
        if (log.current().log === newest.log) expect(log.current()).toStrictEqual(newest)
        else expect(log.current().version).toBeGreaterThan(highest)
        expect(warnings.splice(0)).toHaveLength(log.current().log === newest.log ? 0 : 1)
      }
      newest = log.current()
      highest = Math.max(highest, newest.version)
    }
  } finally {
    await log?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

test('[P1] [P2] [L1] with any clock, versions rise by one, and a new log begins above all of them', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), follow), { numRuns: 25 })
})

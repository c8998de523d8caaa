import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { compiledSource } from '../../testing/compiled/compiled-source.ts'
import { writePrivateFile } from '../admin/private-file.ts'
import { startTalking } from '../log/sqlite/talking-process.fixture.ts'
import { subscriptionFile } from './subscription-file.ts'

test('given a process that is killed while it writes, then every subscription that it called stored is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-push-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const script = await compiledSource('server/push/subscriber.fixture.ts')
  const stored = new Set<string>()
  for (const [run, moment] of [3, 17, 40, 71, 110].entries()) {
    const subscriber = startTalking([process.execPath, script, folder, `${run}`])
    await subscriber.heard('stored')
    await wait(moment)
    await subscriber.kill()
    for (const [word, endpoint = ''] of subscriber.said) if (word === 'stored') stored.add(endpoint)
    const { subscriptions } = await subscriptionFile(folder, writePrivateFile).read()
    const there = new Set(subscriptions.map(({ endpoint }) => endpoint))
    expect([...stored].filter((endpoint) => !there.has(endpoint))).toEqual([])
  }
  expect(stored.size).toBeGreaterThan(10)
})

import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { LogError } from '../log-error.ts'
import { openSqliteRevisionLog } from './sqlite-revision-log.ts'
import { defaultRetention } from './write-log.ts'

// A process for tests that kill it: it appends without end, and prints every version as soon as it is announced.
const [folder = ''] = process.argv.slice(2)

function print(...words: readonly unknown[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}

print('starting')
const log = await openSqliteRevisionLog({
  folder,
  now: Date.now,
  warn: (message) => print('warning', message),
  retention: { ...defaultRetention, keepRevisions: 20, snapshotRevisions: 5 },
})
print('open', log.current().log, log.current().version, log.current().checksum)
log.subscribe(({ log, version, checksum }) => print('announced', log, version, checksum))

for (let name = 0; ; name = (name + 1) % 30) {
  const driver = { driver_name: `Driver ${name}`, car: `${Math.random()}`.repeat(40) }
  const changes = { create: [], update: [driver], destroy: [] }
  try {
    await log.append(log.current().version, { at: Date.now(), sourceAt: undefined, changes, event: undefined })
    await wait(0)
  } catch (error) {
    print('failed', error instanceof LogError ? error.code : error, log.current().version)
    await wait(20)
  }
}

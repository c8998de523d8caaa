import { writeSync } from 'node:fs'
import { pino } from 'pino'
import { LogError } from '../../log/log-error.ts'
import type { LogState } from '../../log/revision-log.ts'
import { openSqliteRevisionLog } from '../../log/sqlite/sqlite-revision-log.ts'
import { endlessGuard } from '../pipeline.fixture.ts'
import { startPublisher } from '../publisher.ts'
import { startRenderer } from '../render/render.ts'
import { serialOf } from '../serial-list.fixture.ts'

// A process that tests kill or leave without room on the disk: it publishes a data folder into a state folder until its
// input ends, and reports each state of its log.
const [dataFolder = '', stateFolder = ''] = process.argv.slice(2)

function report(...words: readonly unknown[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}

function reportState(word: string, { log, version, drivers, checksum }: LogState, ...more: string[]): void {
  report(word, log, version, serialOf(drivers) ?? 'none', checksum, ...more)
}

report('starting')
const log = await openSqliteRevisionLog({
  folder: stateFolder,
  now: Date.now,
  warn: (message) => report('warning', message),
}).catch((error: unknown) => {
  if (!(error instanceof LogError)) throw error
  report('failed', error.code, error.message)
  process.exit(1)
})
reportState('open', log.current())
log.subscribe((_, state) => reportState('announced', state))
const publisher = await startPublisher({
  dataFolder,
  log,
  renderer: startRenderer(dataFolder),
  lossGuard: endlessGuard,
  schedule: { saveWindow: 5, lookInterval: 50 },
  logger: pino({ level: 'silent' }),
  now: Date.now,
})
reportState('started', log.current())
publisher.subscribe(({ problems: [problem], stalled_since: stalled }) => {
  reportState('pass', log.current(), problem?.code ?? 'well', stalled === undefined ? 'goes_on' : 'stalled')
})

// Input ends also when the test that started this process has ended, in whatever way.
process.stdin.resume().on('end', async () => {
  await publisher.stop()
  await log.close()
  report('stopped')
  process.exit()
})

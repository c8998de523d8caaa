import { writeSync } from 'node:fs'
import { pino } from 'pino'
import { LogError } from '../../log/log-error.ts'
import type { LogState } from '../../log/revision-log.ts'
import { openSqliteRevisionLog } from '../../log/sqlite/sqlite-revision-log.ts'
import { patientGuard } from '../pipeline.fixture.ts'
import { patientLimits } from '../publisher.fixture.ts'
import { startPublisher } from '../publisher.ts'
import { startRenderer } from '../render/render.ts'
import { serialOf } from '../serial-list.fixture.ts'

// A process to be killed, or to be left without room: it publishes a data folder into a state folder until its input
// ends, and says what comes of it.
const [dataFolder = '', stateFolder = ''] = process.argv.slice(2)

function say(...words: readonly unknown[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}

function sayState(word: string, { log, version, drivers, checksum }: LogState, ...more: string[]): void {
  say(word, log, version, serialOf(drivers) ?? 'none', checksum, ...more)
}

say('starting')
const log = await openSqliteRevisionLog({
  folder: stateFolder,
  now: Date.now,
  warn: (message) => say('warning', message),
}).catch((error: unknown) => {
  if (!(error instanceof LogError)) throw error
  say('failed', error.code, error.message)
  process.exit(1)
})
sayState('open', log.current())
log.subscribe((_, state) => sayState('announced', state))
const publisher = await startPublisher({
  dataFolder,
  log,
  renderer: startRenderer(dataFolder, patientLimits),
  lossGuard: patientGuard,
  schedule: { saveWindow: 5, lookInterval: 50 },
  logger: pino({ level: 'silent' }),
  now: Date.now,
})
sayState('started', log.current())
publisher.subscribe(({ problems: [problem], stalled_since: stalled }) => {
  sayState('pass', log.current(), problem?.code ?? 'well', stalled === undefined ? 'goes_on' : 'stalled')
})

// Also when the test that started it is gone, however it went.
process.stdin.resume().on('end', async () => {
  await publisher.stop()
  await log.close()
  say('stopped')
  process.exit()
})

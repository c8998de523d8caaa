/** Records a feed or a folder with its times: npm run record -- --help */
import { statSync } from 'node:fs'
import { systemTimers } from '../lib/time/timers.ts'
import { OptionError } from './options/option-error.ts'
import { readRecordOptions, usage } from './options/record-options.ts'
import { record } from './recording/record.ts'
import { stopSignal } from './stop-signal.ts'

const signal = stopSignal()
const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

try {
  const options = readRecordOptions(process.argv.slice(2), isFolder)
  const say = (line: string) => console.log(line)
  if (options === 'help') console.log(usage)
  else await record(options, { timers: systemTimers, random: Math.random, now: Date.now, say, signal })
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}

/** Plays a recording over TCP or into a folder: npm run replay -- --help */
import { systemTimers } from '../lib/time/timers.ts'
import { OptionError } from './options/option-error.ts'
import { readReplayOptions, usage } from './options/replay-options.ts'
import { replay } from './recording/replay.ts'
import { stopSignal } from './stop-signal.ts'

const signal = stopSignal()

try {
  const options = readReplayOptions(process.argv.slice(2))
  if (options === 'help') console.log(usage)
  else await replay(options, { timers: systemTimers, say: (line) => console.log(line), signal })
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exitCode = 2
}

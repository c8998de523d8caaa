import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openRecording } from '../../cli/recording/open-recording.ts'
import { replay } from '../../cli/recording/replay.ts'
import { systemTimers } from '../../lib/time/timers.ts'

interface Replayed {
  readonly file: string
  readonly speed: number
  /** The folder with the examples. */
  readonly examples: string
  /** The data folder of the server; it need not exist yet. */
  readonly folder: string
}

/** The port that the example of a feed names. */
const port = 50_000

/**
 * Plays a recording again and again until the signal is aborted: files into the data folder, and a feed to the example
 * that reads one. Throws OptionError for a file that is no recording.
 */
export async function replayRecording({ file, speed, examples, folder }: Replayed, signal: AbortSignal): Promise<void> {
  // A server that starts at the same time asks for it.
  mkdirSync(folder, { recursive: true })
  const { header } = await openRecording(file)
  if (header.kind === 'feed') cpSync(join(examples, 'rmonitor'), folder, { recursive: true })
  const say = (line: string) => console.log(line)
  await replay({ file, speed, port, folder, loop: true }, { timers: systemTimers, say, signal })
}

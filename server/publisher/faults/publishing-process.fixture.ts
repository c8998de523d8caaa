import { startTalking, type TalkingProcess } from '../../log/sqlite/talking-process.fixture.ts'
import { until } from '../publisher.fixture.ts'

/** A state of the log as the process reported it. */
export interface ReportedState {
  readonly log: string
  readonly version: number
  /** The serial of its list; NaN when the list is not one whole save. */
  readonly serial: number
  readonly checksum: number
}

export interface PublishingProcess extends TalkingProcess {
  /** The states in all lines that begin with one of these words, in order. */
  states(...words: readonly ('open' | 'announced' | 'started' | 'pass')[]): readonly ReportedState[]
  /** Waits for a line that holds all of these words; rejects when the process ends without it. */
  reports(...words: readonly string[]): Promise<void>
  /** The same, for a line after this call. */
  reportsAgain(...words: readonly string[]): Promise<void>
}

/**
 * Starts a real process that publishes the data folder into the state folder. `script` is the compiled
 * publishing.fixture.ts, `around` the command that runs it.
 */
export function startPublishing(
  script: string,
  dataFolder: string,
  stateFolder: string,
  around: readonly string[] = [],
): PublishingProcess {
  const talking = startTalking([...around, process.execPath, script, dataFolder, stateFolder])
  let isEnded = false
  talking.process.once('close', () => {
    isEnded = true
  })
  const reportsAfter = (from: number, words: readonly string[]) => {
    const isReported = () => {
      if (talking.said.slice(from).some((line) => words.every((word) => line.includes(word)))) return true
      if (isEnded) throw new Error(`the process ended without a report of ${words.join(' ')}`)
      return false
    }
    return until(isReported, `the process reports ${words.join(' ')}`)
  }
  return {
    ...talking,
    states: (...words) => talking.said.filter(([word]) => words.some((wanted) => wanted === word)).map(stateOf),
    reports: (...words) => reportsAfter(0, words),
    reportsAgain: (...words) => reportsAfter(talking.said.length, words),
  }
}

function stateOf([, log = '', version, serial, checksum]: readonly string[]): ReportedState {
  return { log, version: Number(version), serial: Number(serial), checksum: Number(checksum) }
}

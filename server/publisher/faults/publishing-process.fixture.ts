import { fileURLToPath } from 'node:url'
import { startTalking, type TalkingProcess } from '../../log/sqlite/talking-process.fixture.ts'
import { until } from '../publisher.fixture.ts'

/** What the process said of one state of its log. */
export interface SaidState {
  readonly log: string
  readonly version: number
  /** The save that the state is; NaN when it is none that is whole. */
  readonly serial: number
  readonly checksum: number
}

export interface PublishingProcess extends TalkingProcess {
  /** The states behind every line that begins with one of these words, in order. */
  states(...words: readonly ('open' | 'announced' | 'started' | 'pass')[]): readonly SaidState[]
  /** Waits until it has said a line that holds all of these words. */
  says(...words: readonly string[]): Promise<void>
  /** The same, after the lines that were there at the call. */
  saysAgain(...words: readonly string[]): Promise<void>
}

/** Starts a real process that publishes the data folder into the state folder; `around` is the command that runs it. */
export function startPublishing(
  dataFolder: string,
  stateFolder: string,
  around: readonly string[] = [],
): PublishingProcess {
  const script = fileURLToPath(new URL('./publishing.fixture.ts', import.meta.url))
  const talking = startTalking([...around, process.execPath, '--import', 'tsx', script, dataFolder, stateFolder])
  const saysAfter = (from: number, words: readonly string[]) => {
    const isSaid = () => talking.said.slice(from).some((line) => words.every((word) => line.includes(word)))
    return until(isSaid, `the process says ${words.join(' ')}`)
  }
  return {
    ...talking,
    states: (...words) => talking.said.filter(([word]) => words.some((wanted) => wanted === word)).map(stateOf),
    says: (...words) => saysAfter(0, words),
    saysAgain: (...words) => saysAfter(talking.said.length, words),
  }
}

function stateOf([, log = '', version, serial, checksum]: readonly string[]): SaidState {
  return { log, version: Number(version), serial: Number(serial), checksum: Number(checksum) }
}

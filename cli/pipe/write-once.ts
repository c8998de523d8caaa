import { boardOf } from '../board/board.ts'
import { type Followed, follow } from '../connection/follow.ts'
import { whyNoAnswer } from '../connection/why-no-answer.ts'
import { isInStep, type WriteParts, writeTable } from './write-parts.ts'

/** Writes the table as soon as it is in step with the server. Resolves to false when there was none to write. */
export async function writeOnce(parts: WriteParts): Promise<boolean> {
  const { options, width, warn, signal } = parts
  const { address, className, timeout } = options
  const followed = await firstInStep(address, timeout, signal)
  if (signal.aborted) return false
  if (followed === undefined) {
    warn(`No results from ${address} within ${timeout / 1000} s: ${await whyNoAnswer(address)}`)
    return false
  }
  const { rows, empty } = boardOf(followed.standings, className, width)
  if (rows.length === 0 && className !== undefined) {
    warn(empty)
    return false
  }
  writeTable(parts, followed)
  return true
}

/** The first state that is in step with the server; undefined after `timeout` ms or when the signal is aborted. */
function firstInStep(address: string, timeout: number, signal: AbortSignal): Promise<Followed | undefined> {
  return new Promise((resolve) => {
    const end = (followed: Followed | undefined) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
      follower.stop()
      resolve(followed)
    }
    const giveUp = () => end(undefined)
    const follower = follow(address, (followed) => isInStep(followed) && end(followed))
    const timer = setTimeout(giveUp, timeout)
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
  })
}

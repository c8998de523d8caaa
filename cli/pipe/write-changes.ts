import { classKey } from '../../lib/scoring/class-code.ts'
import { changeLine } from '../changes/change-line.ts'
import { type Followed, follow, type News } from '../connection/follow.ts'
import { connectionStatus } from '../connection/status.ts'
import { whyNoAnswer } from '../connection/why-no-answer.ts'
import { isInStep, type WriteParts, writeTable } from './write-parts.ts'

/** Writes the table as soon as it is in step, then a line for every change, until the signal is aborted. */
export async function writeChanges(parts: WriteParts): Promise<void> {
  const { options, write, warn, now, signal } = parts
  // The last written status of the connection; undefined before the table.
  let lastStatus: string | undefined

  const writeNews = (followed: Followed, news: News) => {
    const time = now() + followed.live.clockOffset
    const { text, since } = connectionStatus(followed.live, followed.confirmed, time)
    const writeLine = (line: string) => write(`${new Date(time).toLocaleTimeString('en-GB')}  ${line}`)
    if (lastStatus === undefined) {
      if (!isInStep(followed)) return
      writeTable(parts, followed)
      write('')
    } else {
      const shown = news.drivers.filter(({ classes }) => isShown(classes, options.className))
      for (const line of [...news.event, ...shown.map(changeLine)]) writeLine(line)
      if (text !== lastStatus) writeLine(since === undefined ? text : `${text} · ${since}`)
    }
    lastStatus = text
  }

  const follower = follow(options.address, writeNews)
  const timer = setTimeout(async () => {
    const reason = lastStatus === undefined ? await whyNoAnswer(options.address) : ''
    if (lastStatus === undefined && !signal.aborted)
      warn(`No results from ${options.address} yet: ${reason} Still trying.`)
  }, options.timeout)
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
  clearTimeout(timer)
  follower.stop()
}

function isShown(classes: readonly string[], className: string | undefined): boolean {
  return className === undefined || classes.some((code) => classKey(code) === classKey(className))
}

import { classKey } from '../../lib/scoring/class-code.ts'
import { changeLine } from '../changes/change-line.ts'
import { type Followed, follow, type News } from '../connection/follow.ts'
import { connectionStatus } from '../connection/status.ts'
import { whyNoAnswer } from '../connection/why-no-answer.ts'
import { isInStep, type WriteParts, writeTable } from './write-parts.ts'

/** Writes the table as soon as it is in step, then a line for everything that happens, until the signal says stop. */
export async function writeChanges(parts: WriteParts): Promise<void> {
  const { options, write, warn, now, signal } = parts
  // What was written last about the connection; before the table, nothing.
  let said: string | undefined

  const tell = (followed: Followed, news: News) => {
    const time = now() + followed.live.clockOffset
    const { text, since } = connectionStatus(followed.live, followed.told, time)
    const say = (line: string) => write(`${new Date(time).toLocaleTimeString('en-GB')}  ${line}`)
    if (said === undefined) {
      if (!isInStep(followed)) return
      writeTable(parts, followed)
      write('')
    } else {
      const shown = news.drivers.filter(({ classes }) => isShown(classes, options.className))
      for (const line of [...news.event, ...shown.map(changeLine)]) say(line)
      if (text !== said) say(since === undefined ? text : `${text} · ${since}`)
    }
    said = text
  }

  const follower = follow(options.address, tell)
  const impatient = setTimeout(async () => {
    const reason = said === undefined ? await whyNoAnswer(options.address) : ''
    if (said === undefined && !signal.aborted) warn(`No results from ${options.address} yet: ${reason} Still trying.`)
  }, options.timeout)
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
  clearTimeout(impatient)
  follower.stop()
}

function isShown(classes: readonly string[], className: string | undefined): boolean {
  return className === undefined || classes.some((code) => classKey(code) === classKey(className))
}

import { historyAnswer } from '../../../lib/day/history-answer.ts'
import { defaultEvent } from '../../../lib/record/event.ts'
import { classesByCode, classKey, competingClass } from '../../../lib/scoring/class-code.ts'
import type { Day } from '../day/follow-day.ts'

/** The day's changes, as `GET /live/history.json` sends them. */
export interface EncodedHistory {
  readonly etag: string
  readonly json: string
}

const unnamedEvent = defaultEvent('Live results')
/** How many answers of one version are remembered: invented class codes must not fill the memory. */
const mostAnswers = 600

/**
 * The day's run changes of one class, or of all entries without `code`, as JSON with an ETag. An answer is encoded once
 * per version. A class without entries has an answer without changes.
 */
export function createHistoryAnswers(day: Pick<Day, 'state' | 'changes'>): (code?: string) => EncodedHistory {
  let answers = new Map<string | undefined, EncodedHistory>()
  let keys: ReadonlyMap<string, string> = new Map()
  let known = ''

  return (code) => {
    const { log, version, drivers, event = unnamedEvent } = day.state()
    if (known !== `${log}.${version}`) {
      known = `${log}.${version}`
      answers = new Map()
      const classes = classesByCode(event)
      keys = new Map(
        Array.from(drivers.values(), (driver) => [driver.driver_name, classKey(competingClass(driver, classes).code)]),
      )
    }
    const key = code === undefined ? undefined : classKey(code)
    const answer = answers.get(key) ?? encode(key)
    if (answers.size < mostAnswers) answers.set(key, answer)
    return answer

    function encode(key: string | undefined): EncodedHistory {
      const changes =
        key === undefined ? day.changes() : day.changes().filter((one) => keys.get(one.driver_name) === key)
      const json = JSON.stringify(historyAnswer(log, version, changes))
      return { etag: `W/"${known}"`, json }
    }
  }
}

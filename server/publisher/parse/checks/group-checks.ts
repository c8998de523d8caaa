import type { Driver } from '../../../../lib/record/driver.ts'
import type { EventClass } from '../../../../lib/record/event.ts'
import { classKey, competingClass, entryCounts } from '../../../../lib/scoring/class-code.ts'
import type { SourceWarning } from '../../../../lib/server-api/pipeline-state.ts'
import { nameInMessage } from '../record/name-in-message.ts'

/** Classes with entries of other classes that are ranked by time, since an entry with a time has no indexed one. */
export function groupsByTime(
  drivers: readonly Driver[],
  lacksIndex: (index: number) => boolean,
  classes: ReadonlyMap<string, EventClass>,
): readonly SourceWarning[] {
  const counting = drivers.map((driver, index) => ({ driver, index, competes: competingClass(driver, classes) }))
  const guests = counting.filter(({ driver, competes }) => competes.grouped && entryCounts(driver, classes))
  const codes = new Map(guests.map(({ competes: { code } }) => [classKey(code), code]))
  return [...codes].flatMap(([key, code]) => {
    const lacking = counting.filter(({ driver, index, competes }) => {
      return classKey(competes.code) === key && lacksIndex(index) && entryCounts(driver, classes)
    })
    const [first] = lacking
    if (!first) return []
    const who = lacking.length === 1 ? '' : ` and ${lacking.length - 1} more`
    const message = `Class ${code} is ranked by time, since ${nameInMessage(first.driver)}${who} of it ${lacking.length === 1 ? 'has' : 'have'} no index; give the class in event.yaml an index, or the entry an index_class.`
    return [{ code: 'ranked_by_time', message }]
  })
}

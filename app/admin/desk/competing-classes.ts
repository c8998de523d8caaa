import { unnamedEvent } from '../../../lib/record/unnamed-event.ts'
import { classesByCode, classHeadings, classKey, competingClass } from '../../../lib/scoring/class-code.ts'
import type { Replica } from '../../../lib/sync/replica.ts'

/** The codes of the classes in which somebody competes: in the event's order, then the unlisted ones by code. */
export function competingClasses({ drivers, event = unnamedEvent }: Pick<Replica, 'drivers' | 'event'>): string[] {
  const classes = classesByCode(event)
  const found = new Map<string, string>()
  for (const driver of drivers.values()) {
    const code = competingClass(driver, classes).code.trim()
    if (code !== '') found.set(classKey(code), code)
  }
  const headings = classHeadings(event)
  const listed = [...headings].filter(([key]) => found.has(key)).map(([, { code }]) => code)
  const others = [...found].filter(([key]) => !headings.has(key)).map(([, code]) => code)
  return [...listed, ...others.sort(new Intl.Collator('en', { numeric: true }).compare)]
}

import type { Driver } from '../../../lib/record/driver.ts'
import type { Event, EventClass } from '../../../lib/record/event.ts'
import { parseTime } from '../../../lib/record/run.ts'
import { classesByCode, classKey, competingClass } from '../../../lib/scoring/class-code.ts'
import { entryResult } from '../../../lib/scoring/entry-result.ts'
import { createPassMemory } from '../memory/pass-memory.ts'

/** What an entry says about the ranking of the class in which it competes. */
interface Evidence {
  /** The printed number is the time of the runs, or another one; undefined where that cannot be seen. */
  readonly printed: 'time' | 'other' | undefined
  /** It is printed as an indexed time. */
  readonly isIndexed: boolean
  /** The record, if the class is ranked by time: the printed number is no indexed time. */
  readonly bumped: Driver
}

type Groups = ReadonlyMap<string, readonly Driver[]>

/**
 * Marks entries that compete in another class by time. Timing software moves the entry of a small class below the
 * heading of another one, as it does with novices; but there, the printed total is the time of the runs and not an
 * indexed one. Makes equal objects of equal records, pass after pass.
 */
export function createBumpedEntries() {
  let memory = createPassMemory<Driver, Evidence>()
  let rules = ''

  return (drivers: readonly Driver[], event: Event): readonly Driver[] => {
    const classes = classesByCode(event)
    const groups = groupsWithGuests(drivers, classes)
    const found = JSON.stringify(event)
    if (found !== rules) memory = createPassMemory()
    rules = found
    const evidenceOf = (driver: Driver) => memory.recall(driver, () => readEvidence(driver, event, classes))
    const bumped = new Map<Driver, Driver>()
    for (const members of groups.values()) {
      if (!isRankedByTime(members, classes, evidenceOf)) continue
      for (const one of members) if (isGuest(one, classes)) bumped.set(one, evidenceOf(one).bumped)
    }
    memory.endPass()
    return bumped.size === 0 ? drivers : drivers.map((driver) => bumped.get(driver) ?? driver)
  }
}

/** The entries of each class to which a template has assigned an entry of another class. */
function groupsWithGuests(drivers: readonly Driver[], classes: ReadonlyMap<string, EventClass>): Groups {
  const keys = new Set(drivers.filter((one) => isGuest(one, classes)).map((one) => classKey(one.group ?? '')))
  const groups = new Map<string, Driver[]>()
  if (keys.size === 0) return groups
  for (const driver of drivers) {
    const key = classKey(competingClass(driver, classes).code)
    if (!keys.has(key)) continue
    const same = groups.get(key)
    if (same) same.push(driver)
    else groups.set(key, [driver])
  }
  return groups
}

function isGuest(driver: Driver, classes: ReadonlyMap<string, EventClass>): boolean {
  return Boolean(driver.group?.trim()) && competingClass(driver, classes).grouped
}

/**
 * By the greater part of the printed numbers: one of an index of 1 is a time, too. A total that is the time says
 * something only beside entries of the class itself; a template may give times and let the index be worked out.
 */
function isRankedByTime(
  members: readonly Driver[],
  classes: ReadonlyMap<string, EventClass>,
  evidenceOf: (driver: Driver) => Evidence,
): boolean {
  const guests = members.filter((one) => isGuest(one, classes)).map(evidenceOf)
  const home = members.filter((one) => !isGuest(one, classes)).map(evidenceOf)
  const isTime = ({ printed, isIndexed }: Evidence) => printed === 'time' && (isIndexed || home.length > 0)
  const times = guests.filter(isTime).length
  const all = [...guests, ...home]
  return times > 0 && all.filter(isTime).length > all.filter(({ printed }) => printed === 'other').length
}

function readEvidence(driver: Driver, event: Event, classes: ReadonlyMap<string, EventClass>): Evidence {
  const { published_indexed: written, ...record } = driver
  const indexed = parseTime(written ?? '') || undefined
  const printed = indexed ?? (parseTime(String(driver.published_total ?? '')) || undefined)
  const { total } = entryResult(record, event, classes)
  return {
    printed: printed === undefined || total === undefined ? undefined : printed === total ? 'time' : 'other',
    isIndexed: indexed !== undefined,
    bumped: { ...record, group_ranked_by: 'time' },
  }
}

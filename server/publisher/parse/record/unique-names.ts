import { canonicalJson } from '../../../../lib/list/checksum.ts'
import type { Driver } from '../../../../lib/record/driver.ts'
import type { SourceWarning } from '../../../../lib/server-api/pipeline-state.ts'
import { noName } from './name-in-message.ts'

interface Keyed {
  readonly driver: Driver
  /** Its position in the list, from 0. */
  readonly index: number
  /** 0: the bare name. 1: `Name (CLASS NUMBER)`. 2: that and `#n`. */
  readonly level: 0 | 1 | 2
  readonly key: string
}

/**
 * Makes `driver_name` unique. Entries with a repeated name become `Name (CLASS NUMBER)`, and if that repeats ` #2`,
 * numbered by their own data (car, color, ...), never by order or runs: a key is the same in every save. Of entries
 * without a difference, the one with most runs is kept, with a warning.
 */
export function uniqueNames(drivers: readonly Driver[]): { drivers: Driver[]; warnings: SourceWarning[] } {
  if (new Set(drivers.map(({ driver_name }) => driver_name)).size === drivers.length) {
    return { drivers: [...drivers], warnings: [] }
  }
  const warnings: SourceWarning[] = []
  const repeatedFirst = groupByKey(
    drivers.map((driver, index) => ({ driver, index, level: 0, key: driver.driver_name })),
  )
  for (const [name, group] of repeatedFirst) {
    if (group.length > 1) warnings.push(repeatedName(name, group))
  }
  let keyed = [...repeatedFirst.values()].flat()
  for (let round = 0; round < 3; round += 1) {
    const groups = [...groupByKey(keyed).values()]
    if (groups.every((group) => group.length === 1)) break
    keyed = groups.flatMap((group) => (group.length === 1 ? group : distinguish(group)))
  }
  const kept: Keyed[] = []
  for (const group of groupByKey(keyed).values()) {
    const [first, ...others] = [...group].sort((a, b) => byMostRuns(a.driver, b.driver))
    if (first) kept.push(first)
    for (const { driver } of others) warnings.push(ambiguous(driver))
  }
  return { drivers: kept.sort((a, b) => a.index - b.index).map(withKey), warnings }
}

function groupByKey(entries: readonly Keyed[]): Map<string, Keyed[]> {
  const groups = new Map<string, Keyed[]>()
  for (const entry of entries) {
    const group = groups.get(entry.key)
    if (group) group.push(entry)
    else groups.set(entry.key, [entry])
  }
  return groups
}

/** Moves each entry with a shared key one level up, also one whose real name equals a generated key. */
function distinguish(group: readonly Keyed[]): Keyed[] {
  const lowest = Math.min(...group.map((entry) => entry.level))
  if (lowest === 0) {
    return group.map((entry) => (entry.level > 0 ? entry : { ...entry, level: 1, key: nameWithNumber(entry.driver) }))
  }
  const identities = [...new Set(group.map(({ driver }) => identity(driver)))].sort()
  return group.map((entry) => {
    const position = identities.indexOf(identity(entry.driver)) + 1
    const base = nameWithNumber(entry.driver)
    return { ...entry, level: 2, key: position === 1 ? base : `${base} #${position}` }
  })
}

function nameWithNumber(driver: Driver): string {
  // The key of an entry without a name is class and number.
  if (driver.display_name === noName) return driver.driver_name
  const classAndNumber = [driver.class, driver.number].filter((text) => text).join(' ')
  return classAndNumber ? `${driver.driver_name} (${classAndNumber})` : driver.driver_name
}

// Attributes that distinguish entries and do not change during the event.
const stableAttributes = ['car', 'color', 'hometown', 'region', 'sponsor', 'tire', 'group', 'index_class'] as const

function identity(driver: Driver): string {
  return JSON.stringify(stableAttributes.map((name) => driver[name] ?? ''))
}

function byMostRuns(a: Driver, b: Driver): number {
  const runsOf = (driver: Driver) => (driver.runs ?? []).flat().filter((run) => run !== '').length
  return runsOf(b) - runsOf(a) || (canonicalJson(a) < canonicalJson(b) ? -1 : 1)
}

function withKey({ driver, key }: Keyed): Driver {
  return key === driver.driver_name
    ? driver
    : { ...driver, driver_name: key, display_name: driver.display_name ?? driver.driver_name }
}

function repeatedName(name: string, group: readonly Keyed[]): SourceWarning {
  const entries = group
    .map(({ driver }) => [driver.class, driver.number].filter((text) => text).join(' ') || '?')
    .sort()
  return {
    code: 'repeated_name',
    message: `"${name}" is entered ${group.length} times (${entries.join(', ')}); each is shown with class and number.`,
    driver_name: name,
  }
}

function ambiguous(driver: Driver): SourceWarning {
  return {
    code: 'ambiguous_entry',
    message: `"${nameWithNumber(driver)}" is entered more than once and nothing tells the entries apart; only one is shown.`,
    driver_name: nameWithNumber(driver),
  }
}

import { canonicalJson } from '../../../lib/list/checksum.ts'
import type { Driver } from '../../../lib/record/driver.ts'
import type { SourceWarning } from '../../../lib/server-api/pipeline-state.ts'

interface Keyed {
  readonly driver: Driver
  /** Where it stood in the list. */
  readonly place: number
  /** 0: the bare name. 1: `Name (CLASS NUMBER)`. 2: that and `#n`. */
  readonly level: 0 | 1 | 2
  readonly key: string
}

/**
 * Makes `driver_name` unique. When a name repeats, all its entries become `Name (CLASS NUMBER)`, and if that still
 * repeats ` #2`, counted along the entry's own data (car, colour, ...), never along the order of the list or the runs,
 * so that a key stays the same from save to save. Entries that nothing tells apart are dropped with a warning, the one
 * with most runs kept.
 */
export function uniqueNames(drivers: readonly Driver[]): { drivers: Driver[]; warnings: SourceWarning[] } {
  const warnings: SourceWarning[] = []
  const repeatedFirst = groupByKey(
    drivers.map((driver, place) => ({ driver, place, level: 0, key: driver.driver_name })),
  )
  for (const [name, group] of repeatedFirst) {
    if (group.length > 1) warnings.push(repeatedName(name, group))
  }
  let keyed = [...repeatedFirst.values()].flat()
  for (let round = 0; round < 3; round += 1) {
    const groups = [...groupByKey(keyed).values()]
    if (groups.every((group) => group.length === 1)) break
    keyed = groups.flatMap((group) => (group.length === 1 ? group : tellApart(group)))
  }
  const kept: Keyed[] = []
  for (const group of groupByKey(keyed).values()) {
    const [first, ...others] = [...group].sort((a, b) => byMostRuns(a.driver, b.driver))
    if (first) kept.push(first)
    for (const { driver } of others) warnings.push(ambiguous(driver))
  }
  return { drivers: kept.sort((a, b) => a.place - b.place).map(withKey), warnings }
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

/** Takes every entry that shares a key one level up. Also an entry whose very name looks like another's made-up key. */
function tellApart(group: readonly Keyed[]): Keyed[] {
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
  const classAndNumber = [driver.class, driver.number].filter((text) => text).join(' ')
  return classAndNumber ? `${driver.driver_name} (${classAndNumber})` : driver.driver_name
}

// What tells an entry from another and does not change while the event runs.
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

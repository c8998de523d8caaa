import { type Driver, displayName } from '../record/driver.ts'
import { foldText } from '../record/fold-text.ts'

/**
 * True when every word of the query is in the driver's name, class, number or car. Case, accents and the kind of
 * apostrophe do not matter (`gonzalez` finds `Felipe González`); an empty query finds everybody.
 */
export function matchesSearch(driver: Driver, query: string): boolean {
  return containsAll(searchedText(driver), searchWords(query))
}

/** The words of a query, folded; none in an empty one. */
export function searchWords(query: string): readonly string[] {
  return foldText(query).split(/\s+/).filter(Boolean)
}

/** Whether every word is in what is searched of a driver. */
export type DriverSearch = (driver: Driver, words: readonly string[]) => boolean

/** Says what `matchesSearch` says, for many searches of one list: the text of a record is folded once. */
export function createSearch(): DriverSearch {
  const known = new Map<string, { readonly driver: Driver; readonly text: string }>()
  return (driver, words) => {
    if (words.length === 0) return true
    const before = known.get(driver.driver_name)
    const text = before?.driver === driver ? before.text : searchedText(driver)
    if (before?.driver !== driver) known.set(driver.driver_name, { driver, text })
    return containsAll(text, words)
  }
}

function containsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}

function searchedText(driver: Driver): string {
  return foldText([displayName(driver), driver.class, driver.number, driver.car].filter(Boolean).join(' '))
}

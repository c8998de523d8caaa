import { type Driver, displayName } from '../record/driver.ts'
import { foldText } from '../record/fold-text.ts'

/**
 * True when each word of the query is in the driver's name, class, number or car, whatever its case, accents and
 * apostrophes (`gonzalez` finds `Felipe González`). An empty query matches every driver.
 */
export function matchesSearch(driver: Driver, query: string): boolean {
  return containsAll(searchedText(driver), searchWords(query))
}

/** The folded words of a query; `[]` for an empty one. */
export function searchWords(query: string): readonly string[] {
  return foldText(query).split(/\s+/).filter(Boolean)
}

/** True when each folded word is in the driver's name, class, number or car. */
export type DriverSearch = (driver: Driver, words: readonly string[]) => boolean

/** `matchesSearch` for many searches of one list: it folds the text of each record once. */
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

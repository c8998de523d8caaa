import { type Driver, displayName } from './driver.ts'
import { foldText } from './fold-text.ts'

/**
 * True when every word of the query is in the driver's name, class, number or car. Case, accents and the kind of apostrophe
 * do not matter (`gonzalez` finds `Felipe González`); an empty query finds everybody.
 */
export function matchesSearch(driver: Driver, query: string): boolean {
  return containsAll(driver, searchWords(query))
}

/** The words of a query, folded; none in an empty one. */
export function searchWords(query: string): readonly string[] {
  return foldText(query).split(/\s+/).filter(Boolean)
}

/** What `matchesSearch` says, for many drivers and one query. */
export function containsAll(driver: Driver, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = searchedText(driver)
  return words.every((word) => text.includes(word))
}

/** A record never changes, so that its text is folded once for all searches. */
const searchedTexts = new WeakMap<Driver, string>()

function searchedText(driver: Driver): string {
  const known = searchedTexts.get(driver)
  if (known !== undefined) return known
  const text = foldText([displayName(driver), driver.class, driver.number, driver.car].filter(Boolean).join(' '))
  searchedTexts.set(driver, text)
  return text
}

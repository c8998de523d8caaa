import { type Driver, displayName } from './driver.ts'
import { foldText } from './fold-text.ts'

/**
 * True when every word of the query is in the driver's name, class, number or car. Case, accents and the kind of apostrophe
 * do not matter (`gonzalez` finds `Felipe González`); an empty query finds everybody.
 */
export function matchesSearch(driver: Driver, query: string): boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const text = foldText([displayName(driver), driver.class, driver.number, driver.car].filter(Boolean).join(' '))
  return words.every((word) => text.includes(word))
}

import { type Driver, displayName } from '../record/driver.ts'
import { foldText } from '../record/fold-text.ts'
import { transliterate } from './transliterate.ts'

/**
 * True when each word of the query is in the driver's name, class, number or car, whatever its case, accents,
 * apostrophes and letters (`gonzalez` finds `Felipe González`, `olena` finds `Олена`); `#12` is the number 12 and no
 * other. An empty query matches every driver.
 */
export function matchesSearch(driver: Driver, query: string): boolean {
  return containsAll(searchedIn(driver), searchWords(query))
}

/** The folded words of a query; `[]` for an empty one. A `#` alone is the beginning of a number. */
export function searchWords(query: string): readonly string[] {
  return foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '#')
}

/** True when each folded word is in the driver's name, class, number or car. */
export type DriverSearch = (driver: Driver, words: readonly string[]) => boolean

/** `matchesSearch` for many searches of one list: it folds the text of each record once. */
export function createSearch(): DriverSearch {
  const known = new Map<string, { readonly driver: Driver; readonly searched: Searched }>()
  return (driver, words) => {
    if (words.length === 0) return true
    const before = known.get(driver.driver_name)
    const searched = before?.driver === driver ? before.searched : searchedIn(driver)
    if (before?.driver !== driver) known.set(driver.driver_name, { driver, searched })
    return containsAll(searched, words)
  }
}

/** What is searched in a record, folded. */
interface Searched {
  readonly text: string
  /** `#12` */
  readonly number: string
}

function containsAll({ text, number }: Searched, words: readonly string[]): boolean {
  return words.every((word) => word === number || text.includes(word))
}

function searchedIn(driver: Driver): Searched {
  const name = displayName(driver)
  const parts = [name, driver.class, driver.number, driver.car, ...transliterate(name)]
  return { text: foldText(parts.filter(Boolean).join(' ')), number: foldText(`#${driver.number ?? ''}`) }
}

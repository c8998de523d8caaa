import { textOfFirst } from './axware-rows.ts'
import type { AxwareSection } from './axware-sections.ts'

/**
 * The code of each section: that of its heading, else the one of its only class, else the link of the page that stands
 * at its place among those of the sections around it; '' for none. Old pages have rulers between classes instead of
 * headings, and nothing but the links at their top names novices.
 */
export function sectionCodes(sections: readonly AxwareSection[], links: readonly string[]): readonly string[] {
  const codes = sections.map(({ group }) => group?.code)
  const places = sections.map((section, index) => {
    const key = (codes[index] ?? onlyClass(section))?.toLowerCase()
    const place = key === undefined ? -1 : links.findIndex((link) => link.toLowerCase() === key)
    return place < 0 ? undefined : place
  })
  const taken = new Set(places)
  return sections.map((_, index) => {
    const own = places[index]
    if (codes[index] !== undefined || own !== undefined) return codes[index] ?? links[own ?? 0] ?? ''
    // The sections without a link around this one, and the links that are left there.
    const first = places.findLastIndex((place, at) => at < index && place !== undefined) + 1
    const after = places.findIndex((place, at) => at > index && place !== undefined)
    const end = after < 0 ? sections.length : after
    const between = { from: (places[first - 1] ?? -1) + 1, to: places[end] ?? links.length }
    const free = links.filter((_, at) => at >= between.from && at < between.to && !taken.has(at))
    return free.length === end - first ? (free[index - first] ?? '') : ''
  })
}

/** The class that all rows of a section print; undefined for several. */
function onlyClass(section: AxwareSection): string | undefined {
  const [first, ...more] = classesOf(section)
  return more.length === 0 ? first : undefined
}

/** The classes that the rows of a section print, each once. */
export function classesOf({ drivers }: AxwareSection): readonly string[] {
  const classes = new Map(
    drivers.map((driver) => textOfFirst(driver, 'class')).map((code) => [code.toLowerCase(), code]),
  )
  classes.delete('')
  return [...classes.values()]
}

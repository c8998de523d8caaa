import { displayName } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import type { Standing } from '../standings/standing.ts'
import { formatPlace } from './ordinal.ts'

/**
 * A page's title: the event's, behind it the program's; with a driver's sheet open `Ian O’Malley · 2nd STR · Points
 * Autocross 4`.
 */
export function pageTitle(event: Event, opened: Standing | undefined): string {
  return opened ? `${entryTitle(opened)} · ${event.title}` : `${event.title} · Paddock`
}

function entryTitle({ driver, class_code, class_position }: Standing): string {
  const place = class_position ? formatPlace(class_position) : undefined
  const standing = [place, class_code || undefined].filter((part) => part !== undefined).join(' ')
  return standing ? `${displayName(driver)} · ${standing}` : displayName(driver)
}

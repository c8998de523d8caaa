import { displayName } from '../record/driver.ts'
import type { Event } from '../record/event.ts'
import type { Standing } from '../standings/standing.ts'
import { formatPosition } from './ordinal.ts'

/** `Points Autocross 4 · Paddock`; with a sheet open `Ian O’Malley · 2nd STR · Points Autocross 4`. */
export function pageTitle(event: Event, opened: Standing | undefined): string {
  return opened ? `${entryTitle(opened)} · ${event.title}` : `${event.title} · Paddock`
}

function entryTitle({ driver, class_code, class_position }: Standing): string {
  const position = class_position ? formatPosition(class_position) : undefined
  const standing = [position, class_code || undefined].filter((part) => part !== undefined).join(' ')
  return standing ? `${displayName(driver)} · ${standing}` : displayName(driver)
}

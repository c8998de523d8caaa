import type { Event } from '../../lib/record/event.ts'
import { safeText } from '../styled-text/safe-text.ts'
import { type Span, span } from '../styled-text/styled-line.ts'

export const stateNames = { unofficial: 'Unofficial', provisional: 'Provisional', final: 'Final' } as const

/** The title, state, date and place of the event. */
export function eventSpans({ title, state, date, place }: Event): readonly Span[] {
  const details = [date, place].filter((detail) => detail !== undefined)
  return [
    span(safeText(title), 'strong'),
    span(stateNames[state]),
    ...details.map((text) => span(safeText(text), 'quiet')),
  ]
}

import { firstValue } from './first-value.ts'
import type { SearchParameters } from './view-state.ts'

/** What a frame in another site shows. */
export const embedViews = ['class', 'pax', 'raw', 'latest'] as const

/** The theme of the address is no part of it: lib/reader/first-paint.ts applies it, and all get the same page. */
export interface EmbedChoice {
  readonly view: (typeof embedViews)[number]
  /** The only class that is shown; '' for all. */
  readonly classCode: string
}

/** The choice in an address, without invalid parameters. */
export function readEmbed(parameters: SearchParameters): EmbedChoice {
  return {
    view: embedViews.find((one) => one === firstValue(parameters.view)) ?? 'class',
    classCode: firstValue(parameters.class).trim().slice(0, 60),
  }
}

/** The query of a choice with its question mark, for /embed and for /live; empty for the defaults. */
export function formatEmbed({ view, classCode }: EmbedChoice): string {
  const parameters = new URLSearchParams()
  if (view !== 'class') parameters.set('view', view)
  if (classCode !== '') parameters.set('class', classCode)
  const query = parameters.toString()
  return query === '' ? '' : `?${query}`
}

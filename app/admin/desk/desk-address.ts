import type { DeskChange } from '../../../lib/desk/change-desk.ts'
import type { DeskAnswer } from '../../../lib/server-api/registry.ts'

/** The id of the part of /admin with the forms. */
export const deskAnchor = 'pages-and-screens'

/** A change that was not made, and what was typed for it. */
export interface RefusedChange {
  readonly reason: string
  readonly text: string
  readonly name: string
}

/** More than any form takes, so that nobody types again what was too long. */
const longestTyped = 1000

/** Where a form of the desk leads back to. */
export function deskAddress(
  refused?: { readonly reason: Exclude<DeskAnswer, 'done'>; readonly change: DeskChange } | undefined,
): string {
  if (!refused) return `/admin#${deskAnchor}`
  const { reason, change } = refused
  const parameters = new URLSearchParams({ desk: reason })
  if (change.kind === 'say') parameters.set('text', change.text.slice(0, longestTyped))
  if (change.kind === 'add_screen') parameters.set('name', change.name.slice(0, longestTyped))
  return `/admin?${parameters}#${deskAnchor}`
}

import { type OverlayChoice, overlayParameters, overlayParts } from '../../lib/reader/overlay-choice.ts'
import type { Standings } from '../../lib/standings/standings.ts'

/** Which parts of a scene were found. */
interface Found {
  readonly last: boolean
  readonly row: boolean
  /** Undefined: no class. `rows`: how many of it are shown. */
  readonly top: { readonly code: string; readonly rows: number } | undefined
}

/** What an overlay cannot show, as sentences for the person who sets it up: it is never blank without a reason. */
export function overlayNotes(
  choice: OverlayChoice,
  { by_name, classes }: Pick<Standings, 'by_name' | 'classes'>,
  { last, row, top }: Found,
): readonly string[] {
  const wants = (part: OverlayChoice['parts'][number]) => choice.parts.includes(part)
  const notes = choice.wrong.map(wrongWords)
  if (by_name.size === 0) return [...notes, 'There are no entries yet.']
  if (wants('last') && !last) notes.push('The next run shows here.')
  if (wants('row') && !row) {
    notes.push(
      choice.driver === ''
        ? 'The next driver shows here.'
        : `No entry, or more than one, is called “${choice.driver.slice(0, 60)}”.`,
    )
  }
  if (wants('top') && !top) {
    const codes = classes.map(({ code }) => code).filter((code) => code !== '')
    notes.push(choice.classCode === '' ? 'No class has a time yet.' : `There is no class “${choice.classCode}”.`)
    if (choice.classCode !== '' && codes.length > 0) notes.push(`Classes: ${codes.slice(0, 20).join(', ')}.`)
  }
  if (top?.rows === 0) notes.push(`Nobody in ${top.code || 'this class'} has a place yet.`)
  return notes
}

function wrongWords([name, value]: readonly [string, string]): string {
  switch (name) {
    case 'show':
      return `“show” has no part “${value}”, but ${overlayParts.join(', ')}.`
    case 'top':
      return `“top” is a number from 1 to 20, not “${value}”.`
    case 'seconds':
      return `“seconds” is a number from 1 to 600, not “${value}”.`
    case 'stale':
      return `“stale” is say or hide, not “${value}”.`
    default:
      return `“${name}” means nothing here; there are ${overlayParameters.join(', ')}.`
  }
}

import { longestMessage, longestScreenName, mostScreens } from '../../../lib/desk/desk-state.ts'
import type { DeskAnswer } from '../../../lib/server-api/registry.ts'

const words: Readonly<Record<Exclude<DeskAnswer, 'done'>, string>> = {
  no_text: 'The message is empty. Write one, or withdraw the one that is shown.',
  text_too_long: `The message is longer than ${longestMessage} characters. Shorten it below; nothing else changed.`,
  no_name: 'The screen has no name.',
  name_too_long: `The name of the screen is longer than ${longestScreenName} characters.`,
  name_taken: 'There is a screen of this name already.',
  too_many_screens: `There are ${mostScreens} screens already. Remove one first.`,
  unknown_screen: 'This screen is not there any more: somebody removed it.',
  no_class: 'No class is chosen.',
  not_stored: 'It cannot be stored, so nothing changed: is the disk of the state folder full?',
}

/** Why a change was not made, in words; undefined for a reason that there is not. */
export function refusalWords(reason: string): string | undefined {
  return Object.entries(words).find(([known]) => known === reason)?.[1]
}

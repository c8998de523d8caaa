import { dismissedMessageKey } from '../../../lib/reader/dismissed-message.ts'
import { storedText } from '../browser/stored.ts'
import { useStored } from '../browser/use-stored.ts'

const stored = storedText(dismissedMessageKey)
const read = (text: string | null) => Number(text ?? 0)

/** The id of the last dismissed message (0: none), and how to dismiss one. */
export function useDismissed(): readonly [dismissed: number, dismiss: (id: number) => void] {
  return [useStored(stored, read), (id) => stored.set(String(id))]
}

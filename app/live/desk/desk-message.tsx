import type { ReactNode } from 'react'
import type { DeskMessage as Message } from '../../../lib/desk/desk-state.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { deskMessages } from './lazy-desk-messages.ts'

interface Props {
  /** The message of the loaded page, and the present one. */
  readonly first: Message | undefined
  readonly message: Message | undefined
  /** `first` as the server has rendered it; without it, the page has no HTML of its own, as offline. */
  readonly placed: ReactNode
}

/** The message of the desk: as the server has rendered it until its code is loaded, which most visits do not need. */
export function DeskMessage({ placed, ...messages }: Props) {
  const inBrowser = useInBrowser()
  if (!inBrowser || (!messages.first && !messages.message)) return placed
  return <deskMessages.Part {...messages} fallback={placed} />
}

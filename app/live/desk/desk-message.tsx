import type { ReactNode } from 'react'
import type { DeskMessage as Message } from '../../../lib/desk/desk-state.ts'
import { useInBrowser } from '../browser/use-in-browser.ts'
import { deskMessages } from './lazy-desk-messages.ts'
import { MessageBox } from './message-box.tsx'

interface Props {
  /** The message of the loaded page, and the present one. */
  readonly first: Message | undefined
  readonly message: Message | undefined
  /** PlacedTime of `first`, rendered by the server. */
  readonly time: ReactNode
}

/** The message of the desk: as it is in the HTML until its code is loaded, which most visits do not need. */
export function DeskMessage({ first, message, time }: Props): ReactNode {
  const inBrowser = useInBrowser()
  const placed = first && <MessageBox message={first} time={time} />
  if (!inBrowser || !(first || message)) return placed
  const isDismissed = document.documentElement.hasAttribute('data-dismissed')
  return <deskMessages.Part first={first} message={message} fallback={isDismissed ? null : placed} />
}

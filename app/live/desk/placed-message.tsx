import type { DeskMessage } from '../../../lib/desk/desk-state.ts'
import { timeOnServer } from '../connection/time-on-server.ts'
import { MessageBox } from './message-box.tsx'

/** As wide as a time of day, which only the browser knows: nothing moves when it is there. */
const room = '\u2007\u2007\u2008\u2007\u2007'

/** The message in the HTML of the page. The server renders it, so that its code is no part of the first load. */
export function PlacedMessage({ message }: { readonly message: DeskMessage }) {
  const time = (
    <>
      {room}
      <noscript>{timeOnServer.format(message.since)}</noscript>
    </>
  )
  return (
    <div data-message={message.id}>
      <MessageBox message={message} time={time} />
    </div>
  )
}

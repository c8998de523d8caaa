import { timeOnServer } from '../connection/time-on-server.ts'

/** As wide as a time of day, which only the browser knows: nothing moves when it is there. */
const room = '\u2007\u2007\u2008\u2007\u2007'

/** The time of a message (Unix ms) in the HTML of the page. The server renders it: no code of the first load. */
export function PlacedTime({ at }: { readonly at: number }) {
  return (
    <>
      {room}
      <noscript>{timeOnServer.format(at)}</noscript>
    </>
  )
}

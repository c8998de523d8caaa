import { timeOnServer } from './time-on-server.ts'

/** Seconds between two loads of a page that reloads itself. */
const interval = 30

/**
 * In place of the freshness, on the page that reloads itself, until its scripts run: the age of the list, which was
 * published at `at` (Unix ms). The server renders it, so that its code is no part of the first load.
 */
export function ReloadingNote({ at }: { readonly at: number | undefined }) {
  return (
    <>
      <meta httpEquiv="refresh" content={`${interval}`} />
      {at !== undefined && `As of ${timeOnServer.format(at)}. `}
      This page reloads itself every {interval} s.
    </>
  )
}

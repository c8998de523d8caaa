import type { Metadata } from 'next'
import { connection } from 'next/server'
import { OfflineBoard } from './offline-board.tsx'

export const metadata: Metadata = { title: 'Offline', robots: { index: false } }

/**
 * What the service worker answers with when there is no network: the live page without a list, which the browser has.
 */
export default async function OfflinePage() {
  // Rendered for each request, since the policy for scripts is of one request.
  await connection()
  return <OfflineBoard />
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { OfflineBoard } from './offline-board.tsx'

export const metadata: Metadata = { title: 'Offline', robots: { index: false } }

/** The offline shell, which the service worker serves without a network: the live page with the saved list. */
export default async function OfflinePage() {
  // Rendered for each request, since each has its own Content-Security-Policy nonce.
  await connection()
  return <OfflineBoard />
}

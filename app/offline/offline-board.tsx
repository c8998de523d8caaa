'use client'

import { useEffect, useState } from 'react'
import { parametersOf, readChoice } from '../../lib/reader/view-state.ts'
import type { PageData } from '../../lib/server-api/page-data.ts'
import { readOfflineList } from '../live/connection/save-offline-list.ts'
import { LiveBoard } from '../live/live-board.tsx'
import './every-part.ts'
import { NothingSaved } from './nothing-saved.tsx'

type Found = { readonly kind: 'list'; readonly page: PageData } | { readonly kind: 'nothing' }

/** The live page from the saved list, with its age; it updates as soon as the server answers. */
export function OfflineBoard() {
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    // readOfflineList never rejects.
    void readOfflineList().then((page) => setFound(page ? { kind: 'list', page } : { kind: 'nothing' }))
  }, [])
  if (found?.kind === 'list') {
    const choice = readChoice(parametersOf(new URLSearchParams(window.location.search)))
    return <LiveBoard snapshot={found.page} choice={choice} />
  }
  if (found?.kind === 'nothing') return <NothingSaved />
  return (
    <main className="message-page">
      <p>Looking for the last list on this device …</p>
      <noscript>
        <p>
          Without JavaScript nothing is saved. <a href="/live">To the results</a>
        </p>
      </noscript>
    </main>
  )
}

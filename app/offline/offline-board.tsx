'use client'

import { useEffect, useLayoutEffect, useState } from 'react'
import type { PageSnapshot } from '../../lib/page-snapshot.ts'
import { readTheme, themeCookie } from '../../lib/theme.ts'
import { parametersOf, readChoice } from '../../lib/view-choice.ts'
import { lastKeptList } from '../live/list-keeper.ts'
import { LiveBoard } from '../live/live-board.tsx'
import messageStyles from '../message.module.css'
import './every-part.ts'
import { NothingKept } from './nothing-kept.tsx'

type Found = { readonly kind: 'list'; readonly list: PageSnapshot } | { readonly kind: 'nothing' }

/** The last list that this browser has kept, with its age; it goes on from there as soon as the server is heard. */
export function OfflineBoard() {
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    // It never rejects: a list that cannot be read is undefined.
    void lastKeptList().then((list) => setFound(list ? { kind: 'list', list } : { kind: 'nothing' }))
  }, [])
  useChosenTheme()
  if (found?.kind === 'list') {
    const choice = readChoice(parametersOf(new URLSearchParams(window.location.search)))
    return <LiveBoard snapshot={found.list} choice={choice} reserved={0} />
  }
  if (found?.kind === 'nothing') return <NothingKept />
  return (
    <main className={messageStyles.page}>
      <p>Looking for the last list on this device …</p>
      <noscript>
        <p>
          Without JavaScript nothing is kept. <a href="/live">To the results</a>
        </p>
      </noscript>
    </main>
  )
}

/** The page was made when the worker was installed: the colours may have been chosen since. */
function useChosenTheme(): void {
  useLayoutEffect(() => {
    const chosen = document.cookie.split('; ').find((one) => one.startsWith(`${themeCookie}=`))
    document.documentElement.dataset.theme = readTheme(chosen?.slice(themeCookie.length + 1))
  }, [])
}

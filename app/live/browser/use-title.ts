'use client'

import { useEffect } from 'react'
import type { Event } from '../../../lib/record/event.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { pageTitle } from '../../../lib/wording/page-title.ts'

/** Sets the tab's title for the event and the opened driver sheet, also in a page from the offline shell. */
export function useTitle(event: Event, opened: Standing | undefined): void {
  const title = pageTitle(event, opened)
  useEffect(() => {
    document.title = title
  }, [title])
}

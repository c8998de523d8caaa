'use client'

import { useEffect } from 'react'
import type { Event } from '../../../lib/record/event.ts'
import type { Standing } from '../../../lib/standings/standing.ts'
import { pageTitle } from '../../../lib/wording/page-title.ts'

/** The tab says what the page shows, also when that changes, or when the page was made without a list. */
export function useTitle(event: Event, opened: Standing | undefined): void {
  const title = pageTitle(event, opened)
  useEffect(() => {
    document.title = title
  }, [title])
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { readOverlay } from '../../lib/reader/overlay-choice.ts'
import type { SearchParameters } from '../../lib/reader/view-state.ts'
import { runningServer } from '../../lib/server-api/registry.ts'
import { OverlayBoard } from './overlay-board.tsx'
import './overlay.css'

interface Props {
  readonly searchParams: Promise<SearchParameters>
}

/** Not in overlay.css, which must never colour the ground of another page, whatever the build puts into one file. */
const noGround =
  'html, body { background: transparent !important; color-scheme: normal !important; overflow: hidden; scrollbar-gutter: auto }'

export const metadata: Metadata = { title: 'Overlay', robots: { index: false } }

/** The overlay with the whole list as HTML, and as JSON from which the browser continues. */
export default async function OverlayPage({ searchParams }: Props) {
  await connection()
  const { json } = runningServer().snapshot()
  return (
    <>
      <style>{noGround}</style>
      <OverlayBoard snapshot={json} choice={readOverlay(await searchParams)} />
    </>
  )
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { readEmbed } from '../../lib/reader/embed-choice.ts'
import type { SearchParameters } from '../../lib/reader/view-state.ts'
import { runningServer } from '../../lib/server-api/registry.ts'
import { EmbedBoard } from './embed-board.tsx'

interface Props {
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  const { title } = runningServer().snapshot().standings().event
  return { title: { absolute: `${title} · Paddock` }, robots: { index: false } }
}

/** The results for a frame in another site: the list as HTML, and as JSON from which the browser continues. */
export default async function EmbedPage({ searchParams }: Props) {
  await connection()
  const { snapshot, canBeFramed } = runningServer()
  return <EmbedBoard snapshot={snapshot().json} choice={readEmbed(await searchParams)} canBeFramed={canBeFramed} />
}

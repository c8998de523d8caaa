import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { pageSnapshot } from '../../lib/page-snapshot.ts'
import { runningServer } from '../../lib/registry.ts'
import { readStripLines, stripCookie } from '../../lib/strip-lines.ts'
import { readChoice, type SearchParameters } from '../../lib/view-choice.ts'
import { LiveBoard } from './live-board.tsx'

interface Props {
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata(): Promise<Metadata> {
  await connection()
  return { title: runningServer().live().event?.title ?? 'Live results' }
}

/** The whole list and its revision, as HTML and once as JSON that the browser goes on from. */
export default async function LivePage({ searchParams }: Props) {
  await connection()
  const snapshot = pageSnapshot(runningServer().live())
  const reserved = readStripLines((await cookies()).get(stripCookie)?.value)
  return <LiveBoard snapshot={JSON.stringify(snapshot)} choice={readChoice(await searchParams)} reserved={reserved} />
}

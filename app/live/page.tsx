import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { connection } from 'next/server'
import { readChoice, type SearchParameters } from '../../lib/reader/view-state.ts'
import { runningServer } from '../../lib/server-api/registry.ts'
import { readStripLines, stripCookie } from './lines/strip-lines.ts'
import { LiveBoard } from './live-board.tsx'
import { pageMetadata } from './page-metadata.ts'
import { publicOrigin } from './public-origin.ts'

interface Props {
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  await connection()
  const [{ driver }, asked] = [readChoice(await searchParams), await headers()]
  const origin = publicOrigin(asked.get('host'), asked.get('x-forwarded-proto'))
  return pageMetadata(runningServer().standings(), driver, origin)
}

/** The page with the whole list as HTML, and as JSON from which the browser continues. */
export default async function LivePage({ searchParams }: Props) {
  await connection()
  const page = runningServer().live()
  const reserved = readStripLines((await cookies()).get(stripCookie)?.value)
  return <LiveBoard snapshot={JSON.stringify(page)} choice={readChoice(await searchParams)} reserved={reserved} />
}

import type { Metadata } from 'next'
import { connection } from 'next/server'
import { formatChoice, readChoice, type SearchParameters } from '../../lib/reader/view-state.ts'
import { runningServer } from '../../lib/server-api/registry.ts'
import { ReloadingNote } from './connection/reloading-note.tsx'
import { ScriptsMissing } from './connection/scripts-missing.tsx'
import { PlacedTime } from './desk/placed-time.tsx'
import { LiveBoard } from './live-board.tsx'
import { pageMetadata } from './page-metadata.ts'

interface Props {
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  await connection()
  const { driver } = readChoice(await searchParams)
  const { snapshot, publicOrigin } = runningServer()
  return pageMetadata(snapshot().standings(), driver, publicOrigin)
}

/** The page with the whole list as HTML, and as JSON from which the browser continues. */
export default async function LivePage({ searchParams }: Props) {
  await connection()
  const { snapshot, admin, bigScreenStyles } = runningServer()
  const { json, page } = snapshot()
  const choice = readChoice(await searchParams)
  const reloading = `/live${formatChoice({ ...choice, kiosk: false, reloads: true })}`
  const said = page.desk?.message
  const parts = {
    scriptsMissing: <ScriptsMissing reloading={reloading} />,
    reloadingNote: <ReloadingNote at={page.list.data.at} />,
    messageTime: said && <PlacedTime at={said.since} />,
  }
  const origin = choice.kiosk ? await admin.publicAddress() : undefined
  return (
    <>
      {choice.kiosk &&
        bigScreenStyles.map((href) => <link key={href} rel="stylesheet" href={href} precedence="screen" />)}
      <LiveBoard snapshot={json} choice={choice} parts={parts} origin={origin} />
    </>
  )
}

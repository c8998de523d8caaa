import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readSort } from '../../lib/reader/view-state.ts'
import { runningServer } from '../../lib/server-api/registry.ts'
import { AdminBoard } from './admin-board.tsx'
import { isSignedIn } from './session.ts'

export const metadata: Metadata = { title: 'Timing desk' }

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** The chief of timing's page; without a session it redirects to the sign-in page. */
export default async function AdminPage({ searchParams }: Props) {
  if (!(await isSignedIn())) redirect('/admin/sign-in')
  const { snapshot, admin } = runningServer()
  const { sort, q, class: classCode, release, desk, text, name } = await searchParams
  return (
    <AdminBoard
      snapshot={snapshot().json}
      state={JSON.stringify(await admin.state())}
      sort={readSort(textOf(sort))}
      filter={{ text: textOf(q), classCode: textOf(classCode) }}
      releaseRefused={release === 'changed'}
      address={await admin.publicAddress()}
      refused={desk === undefined ? undefined : { reason: textOf(desk), text: textOf(text), name: textOf(name) }}
    />
  )
}

function textOf(parameter: string | string[] | undefined): string {
  return typeof parameter === 'string' ? parameter : ''
}

import { runningServer } from '../../../../lib/server-api/registry.ts'
import { deskAddress } from '../../../admin/desk/desk-address.ts'
import { isSignedIn } from '../../../admin/session.ts'
import { seeOther } from '../see-other.ts'
import { readChange } from './read-change.ts'

/** Changes what the desk says to pages and screens. A refused change leads back with its reason and what was typed. */
export async function POST(request: Request): Promise<Response> {
  if (!(await isSignedIn())) return seeOther('/admin/sign-in')
  const form = await request.formData().catch(() => new FormData())
  const change = readChange(form)
  if (!change) return seeOther(deskAddress())
  const answer = await runningServer().admin.changeDesk(change)
  return seeOther(answer === 'done' ? deskAddress() : deskAddress({ reason: answer, change }))
}

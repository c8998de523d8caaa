import { runningServer } from '../../../../lib/server-api/registry.ts'
import { isSignedIn } from '../../../admin/session.ts'
import { seeOther } from '../see-other.ts'

/** Keeps the published list instead of the held one whose id the form has, if that list is still held. */
export async function POST(request: Request): Promise<Response> {
  if (!(await isSignedIn())) return seeOther('/admin/sign-in')
  const form = await request.formData().catch(() => new FormData())
  const result = await runningServer().admin.keepOld(String(form.get('held') ?? ''))
  return seeOther(result === 'changed' ? '/admin?release=changed' : '/admin')
}

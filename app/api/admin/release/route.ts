import { runningServer } from '../../../../lib/server-api/registry.ts'
import { isSignedIn } from '../../../admin/session.ts'
import { seeOther } from '../see-other.ts'

/** Publishes the held list that the form names, if it is still that one and the files still say so. */
export async function POST(request: Request): Promise<Response> {
  if (!(await isSignedIn())) return seeOther('/admin/sign-in')
  const form = await request.formData().catch(() => new FormData())
  const result = await runningServer().admin.release(String(form.get('held') ?? ''))
  return seeOther(result === 'changed' ? '/admin?release=changed' : '/admin')
}

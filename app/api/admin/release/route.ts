import { runningServer } from '../../../../lib/registry.ts'
import { isSignedIn } from '../../../admin/session.ts'
import { seeOther } from '../see-other.ts'

/** Publishes the held list, if the files still say so. */
export async function POST(): Promise<Response> {
  if (!(await isSignedIn())) return seeOther('/admin/sign-in')
  await runningServer().admin.release()
  return seeOther('/admin')
}

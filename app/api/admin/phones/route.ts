import { runningServer } from '../../../../lib/server-api/registry.ts'
import { isSignedIn } from '../../../admin/session.ts'
import { seeOther } from '../see-other.ts'

/** Erases all subscriptions to notifications. */
export async function POST(): Promise<Response> {
  if (!(await isSignedIn())) return seeOther('/admin/sign-in')
  await runningServer().admin.erasePhones()
  return seeOther('/admin')
}

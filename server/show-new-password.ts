import type { Logger } from 'pino'
import type { AdminPassword } from './admin/password.ts'
import { showPassword } from './admin/show-password.ts'
import type { Config } from './config.ts'

/** Shows a password that this start has generated, once, and then keeps its hash. */
export async function showNewPassword(
  password: AdminPassword,
  port: number,
  { stateFolder }: Pick<Config, 'stateFolder'>,
  logger: Logger,
): Promise<void> {
  if (password.generated === undefined) return
  await showPassword(password.generated, `http://localhost:${port}/admin`, {
    terminal: process.stdout,
    stateFolder,
    logger,
  })
  await password.keep()
}

import { join } from 'node:path'
import type { Logger } from 'pino'
import { writePrivateFile } from './private-file.ts'

export interface Terminal {
  readonly isTTY?: boolean | undefined
  write(text: string): unknown
}

/**
 * Shows a generated password once: on the terminal, or in `admin-password.txt` of the state folder, which no other user
 * can read. Never in the log, which may be kept; the log names the file.
 */
export async function showPassword(
  password: string,
  address: string,
  { terminal, stateFolder, logger }: { terminal: Terminal; stateFolder: string; logger: Logger },
): Promise<void> {
  if (terminal.isTTY) {
    const once = 'It is shown only now. ADMIN_PASSWORD sets one of your own.'
    terminal.write(`\n  Password of ${address}: ${password}\n  ${once}\n\n`)
    return
  }
  const file = join(stateFolder, 'admin-password.txt')
  await writePrivateFile(file, `${password}\n`)
  logger.info({ file }, `the password of ${address} is in ${file}; delete that file when you have noted it`)
}

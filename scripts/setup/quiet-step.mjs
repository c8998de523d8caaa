import { runProgram } from './run-program.mjs'

/** A failure that the user has to know about, without a stack trace. */
export class SetupFailure extends Error {}

/**
 * Runs programs one after the other behind one line: the title, the expected and the real duration. Throws SetupFailure
 * with the output of a program that fails.
 *
 * @param {string} title such as 'Installing packages'
 * @param {number} aboutSeconds
 * @param {readonly (readonly [program: string, args: readonly string[]])[]} programs
 * @param {Parameters<typeof runProgram>[2]} [options]
 */
export async function quietStep(title, aboutSeconds, programs, options) {
  const started = Date.now()
  process.stdout.write(`${title} (about ${aboutSeconds} s) ... `)
  for (const [program, args] of programs) {
    const { ok, reason, output } = await runProgram(program, args, options).catch((error) => {
      process.stdout.write('stopped\n')
      throw error
    })
    if (ok) continue
    process.stdout.write('failed\n')
    throw new SetupFailure(`${output.trim()}\n\n${title} failed: ${program} ${args.join(' ')} ${reason}`.trim())
  }
  process.stdout.write(`${Math.round((Date.now() - started) / 1000)} s\n`)
}

import { spawn } from 'node:child_process'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** The user stopped the command: callers clean up and report no failure. */
export class Interrupted extends Error {}

/**
 * Runs a program to its end, without a shell. With `show` it writes to the terminal, otherwise `output` holds its
 * output. A signal is passed on to the program; after the program's end Interrupted is thrown.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean, timeLimit?: number }} [options]
 * @returns {Promise<{ ok: boolean, reason: string, output: string }>}
 */
export function runProgram(program, args, { cwd, env, show = false, timeLimit } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = show ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio, timeout: timeLimit })

    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }

    let interrupted = false
    const passOn = (signal) => {
      interrupted = true
      child.kill(signal)
    }
    for (const signal of SIGNALS) process.on(signal, passOn)

    const end = (ok, reason) => {
      for (const signal of SIGNALS) process.off(signal, passOn)
      if (interrupted) reject(new Interrupted())
      else resolve({ ok, reason, output })
    }
    child.once('error', (error) => end(false, error.message))
    child.once('close', (code, signal) =>
      end(code === 0, signal ? `was ended by ${signal}` : `ended with code ${code}`),
    )
  })
}

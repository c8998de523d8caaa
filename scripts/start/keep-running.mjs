import { fork } from 'node:child_process'
import { decide } from './restart-policy.mjs'

/** The code of a server that ended by a fault (EX_SOFTWARE). */
const faultCode = 70
const signals = /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])

/**
 * @typedef {{
 *   readonly say: (line: string) => void,
 *   readonly elapsed: () => number,
 *   readonly after: (delay: number, callback: () => void) => () => void,
 * }} Edges
 */

/** @type {Edges} */
const system = {
  say: (line) => void process.stderr.write(`${line}\n`),
  elapsed: () => performance.now(),
  after(delay, callback) {
    const timer = setTimeout(callback, delay)
    return () => clearTimeout(timer)
  },
}

/**
 * Runs a server, and starts it again when it ended by a fault, after saying why. Signals end both. Resolves with the
 * exit code when it is over. `secrets` go to the server by message, never in its environment.
 *
 * @param {string} script
 * @param {readonly string[]} parameters
 * @param {Readonly<Record<string, string>>} secrets
 * @param {Edges} [edges]
 * @returns {Promise<number>}
 */
export function keepRunning(script, parameters, secrets, { say, elapsed, after } = system) {
  return new Promise((resolve) => {
    let failures = 0
    let isStopping = false
    /** @type {import('node:child_process').ChildProcess | undefined} */
    let server
    let cancelRestart = () => {}

    /** @param {NodeJS.Signals} signal */
    function stop(signal) {
      isStopping = true
      cancelRestart()
      if (!server) finish(0)
      // On Windows a signal would end the server at once; without its channel it stops in order.
      else if (process.platform === 'win32') server.disconnect()
      else server.kill(signal)
    }

    /** @param {number} code */
    function finish(code) {
      for (const signal of signals) process.off(signal, stop)
      resolve(code)
    }

    function start() {
      const began = elapsed()
      const child = fork(script, [...parameters, '--secrets-from-parent'], {
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      })
      server = child
      // A server that ends at once has nobody who listens.
      child.send(secrets, () => {})
      child.on('error', (error) => {
        if (child.pid !== undefined) return
        say(`Paddock: the server cannot be started: ${error.message}`)
        finish(faultCode)
      })
      child.once('exit', (code, signal) => {
        server = undefined
        if (isStopping) finish(code ?? faultCode)
        else follow(code, signal, elapsed() - began)
      })
    }

    /**
     * @param {number | null} code
     * @param {NodeJS.Signals | null} signal
     * @param {number} ran
     */
    function follow(code, signal, ran) {
      const decision = decide({ code, ran, failures })
      if (decision.kind === 'end') {
        finish(decision.code)
        return
      }
      failures = decision.failures
      const what = signal ? `${signal}; the system may have run out of memory` : `code ${code}; the lines above say why`
      if (decision.kind === 'give up') {
        say(
          `Paddock: the server ended by a fault for the ${failures}th time in a row (${what}). It is not started again.`,
        )
        finish(faultCode)
        return
      }
      say(`Paddock: the server ended by a fault (${what}). It is started again in ${decision.delay / 1000} s.`)
      cancelRestart = after(decision.delay, start)
    }

    for (const signal of signals) process.on(signal, stop)
    start()
  })
}

import type { Logger } from 'pino'

/** The exit code after a fault (EX_SOFTWARE): `npm start` starts the server again. */
const faultCode = 70

/** The part of a process that reports what nobody caught. */
interface FaultyProcess {
  prependListener(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown
  exit(code: number): never
}

/**
 * Ends the process at once when nobody caught an exception, after the log says why: its state is unknown then.
 * Listeners of libraries would let it go on; this one runs before them.
 */
export function endOnFault(faulty: FaultyProcess, logger: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    faulty.prependListener(event, (error) => {
      logger.fatal({ err: error }, 'a fault that nobody caught; the server ends')
      faulty.exit(faultCode)
    })
  }
}

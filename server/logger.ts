import { format, stripVTControlCharacters } from 'node:util'
import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'

/** A logger to standard output: `text` for an operator, or `json` with one object a line. */
export function createLogger(level: string, format: 'text' | 'json'): Logger {
  if (format === 'json') return pino({ level, base: null })
  const stream = pretty({
    sync: true,
    colorize: process.stdout.isTTY === true,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname',
    singleLine: true,
  })
  return pino({ level }, stream)
}

/** Redirects the console to the logger, so that what libraries print (Next does) has the same form. */
export function logConsole(logger: Logger): void {
  const writerOf = (level: 'info' | 'warn' | 'error') => {
    return (...parts: unknown[]) => logger[level](stripVTControlCharacters(format(...parts)).trim())
  }
  console.log = writerOf('info')
  console.info = writerOf('info')
  console.warn = writerOf('warn')
  console.error = writerOf('error')
}

import { format, stripVTControlCharacters } from 'node:util'
import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'

/** A log that an operator reads as it scrolls by, or one JSON object a line for a machine. */
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

/** Sends what libraries write to the console (Next does) to the log, so that every line has the log's form. */
export function logConsole(logger: Logger): void {
  const say = (level: 'info' | 'warn' | 'error') => {
    return (...parts: unknown[]) => logger[level](stripVTControlCharacters(format(...parts)).trim())
  }
  console.log = say('info')
  console.info = say('info')
  console.warn = say('warn')
  console.error = say('error')
}

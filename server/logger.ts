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

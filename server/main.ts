import type { Server } from 'node:http'
import next from 'next'
import { ConfigError, helpText, readConfig } from './config.ts'
import { endOnFault } from './end-on-fault.ts'
import { createLogger, logConsole } from './logger.ts'
import { secretsFromParent } from './secrets-from-parent.ts'
import { startServer } from './server.ts'
import { StartError } from './start-error.ts'

// The only file that reads the environment, handles signals and imports Next.

/** How long stopping may take before the process exits anyway, in milliseconds. */
const stopLimit = 4500

if (process.argv.some((parameter) => parameter === '--help' || parameter === '-h')) {
  console.log(helpText())
} else {
  await main(process.argv.includes('--dev'))
}

async function main(development: boolean): Promise<void> {
  try {
    const secrets = process.argv.includes('--secrets-from-parent') ? await secretsFromParent(process) : {}
    const config = readConfig({ ...process.env, ...secrets }, process.cwd())
    // No process that is started from here may inherit it.
    delete process.env.ADMIN_PASSWORD
    const logger = createLogger(config.logLevel, config.logFormat)
    if (!development) logConsole(logger)
    if (!development) endOnFault(process, logger)
    const pages = (http: Server) =>
      next({ dev: development, dir: process.cwd(), httpServer: http, port: config.port, hostname: config.host })
    const server = await startServer({ config, logger, pages, development, now: Date.now })

    let stopping = false
    const stop = (signal: string) => {
      if (stopping) return
      stopping = true
      logger.info(`stopping (${signal}): answers in flight are delivered`)
      const limit = setTimeout(() => {
        logger.warn('something did not let go; ending all the same')
        process.exit(0)
      }, stopLimit)
      limit.unref()
      server.stop().then(
        () => logger.info('stopped'),
        (error: unknown) => logger.error({ err: error }, 'stopping failed'),
      )
    }
    process.once('disconnect', () => stop('the process that started it ended'))
    process.channel?.unref()
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stop(signal))
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof StartError)) throw error
    process.stderr.write(`Paddock cannot start: ${error.message}\n`)
    process.exitCode = 1
  }
}

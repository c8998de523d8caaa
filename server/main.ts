import { type Config, ConfigError, helpText, readConfig } from './config.ts'
import { endOnFault } from './end-on-fault.ts'
import { createLogger, logConsole } from './logger.ts'
import { startDevelopmentPages } from './pages/development-pages.ts'
import type { StartPages } from './pages/pages.ts'
import { startProductionPages } from './pages/production-pages.ts'
import { secretsFromParent } from './secrets-from-parent.ts'
import { startServer } from './server.ts'
import { StartError } from './start-error.ts'

// The only file that reads the environment and handles signals. Next runs here in development alone.

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
    const pages = development ? await developmentPages(config) : startProductionPages
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

/** Next is loaded only here: it takes 80 MB, and in production it runs in a process of its own. */
async function developmentPages({ port, host }: Config): Promise<StartPages> {
  const { default: next } = await import('next')
  return ({ http, ...parts }) =>
    startDevelopmentPages(next({ dev: true, dir: process.cwd(), httpServer: http, port, hostname: host }), parts)
}

import { statSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { listen } from './http/http-server.ts'
import { LogError } from './log/log-error.ts'
import type { RevisionLog } from './log/revision-log.ts'
import { openSqliteRevisionLog } from './log/sqlite/sqlite-revision-log.ts'
import { metricsPath } from './metrics/metrics-path.ts'
import { lanAddresses, publicAddress } from './public-address.ts'
import { templateFile } from './publisher/data-files.ts'
import { StartError } from './start-error.ts'
import { showTerminalCode } from './terminal-code.ts'

/** Throws StartError when the data folder does not exist or is not a folder. */
export function requireDataFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  const what = found ? 'is not a folder' : 'does not exist'
  throw new StartError(
    `the data folder ${folder} ${what}. Set DATA_DIR to the folder with event.yaml and ${templateFile}; data/ is an example.`,
  )
}

/** Opens the log in the state folder. Throws StartError when another process has it or it cannot be written. */
export async function openLogOrExplain(
  folder: string,
  warn: (message: string) => void,
  now: () => number,
): Promise<RevisionLog> {
  try {
    return await openSqliteRevisionLog({ folder, now, warn })
  } catch (error) {
    if (error instanceof LogError) throw new StartError(error.message)
    throw error
  }
}

/**
 * Starts to listen and returns the port. Throws StartError when the port or the address is not available; it names the
 * settings that `settings` begins: PORT and HOST, or METRICS_PORT and METRICS_HOST.
 */
export async function listenOrExplain(
  http: Server,
  { port, host }: Pick<Config, 'port' | 'host'>,
  settings: '' | 'METRICS_' = '',
): Promise<number> {
  try {
    return await listen(http, port, host)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `port ${port} is taken by another program. Stop it, or set ${settings}PORT to another number.`,
      )
    }
    if (code === 'EACCES') {
      throw new StartError(`port ${port} may not be used by this user. Set ${settings}PORT to 1024 or more.`)
    }
    throw new StartError(
      `it cannot listen on ${host}, port ${port}: ${message}. Check ${settings}HOST and ${settings}PORT.`,
    )
  }
}

/** Makes the listener of the metrics listen, when there is one, and logs its address. */
export async function listenForMetrics(server: Server | undefined, config: Config, logger: Logger): Promise<void> {
  const { metricsPort, metricsHost: host } = config
  if (!server || metricsPort === undefined) return
  const port = await listenOrExplain(server, { port: metricsPort, host }, 'METRICS_')
  const metrics = `http://${host.includes(':') ? `[${host}]` : host}:${port}${metricsPath}`
  logger.info({ metrics }, `metrics: ${metrics}`)
}

/** Logs the addresses of the results, for this machine and for others. */
export function announce(port: number, config: Config, logger: Logger): void {
  const url = `http://localhost:${port}/live`
  logger.info({ port, url }, `results: ${url}`)
  if (config.host === '0.0.0.0' || config.host === '::') {
    for (const address of lanAddresses()) logger.info(`from other devices: http://${address}:${port}/live`)
  }
  logger.info(`watching ${join(config.dataFolder, templateFile)} and what it reads`)
  // Whoever reads JSON has no camera.
  if (config.logFormat === 'text') showTerminalCode(process.stdout, publicAddress(config, port))
}

import { resolve } from 'node:path'
import { parseTrustedProxies, type TrustedProxies } from './http/client-address.ts'
import { parsePushServices } from './push/push-services.ts'

/** Every setting, checked. Times are in milliseconds, sizes in bytes, folders are absolute. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly stateFolder: string
  readonly adminPassword: string | undefined
  readonly guardTime: number
  readonly settleTime: number
  readonly allowedOrigins: readonly string[]
  /** The origin of links that leave this server, such as those to the preview image of chats. */
  readonly publicOrigin: string | undefined
  /** The origins whose pages may show /embed in a frame. */
  readonly frameAncestors: readonly string[]
  /** The time zone of this machine, if TZ names it. */
  readonly timeZone: string | undefined
  readonly trustedProxies: TrustedProxies
  readonly maximumConnections: number
  /** Undefined: three quarters of all. */
  readonly maximumConnectionsPerAddress: number | undefined
  /** What answers to one connection, and to all of one address, may amount to in a second. */
  readonly connectionBytesPerSecond: number
  readonly addressBytesPerSecond: number
  /** Undefined: metrics are off. */
  readonly metricsPort: number | undefined
  readonly metricsHost: string
  /** Whether spectators' WebSockets are spoken with directly, or by socket.io. */
  readonly wireEndpoint: boolean
  /** Origins of push services beside those of the browsers. Undefined: there are no notifications for phones. */
  readonly pushServices: readonly string[] | undefined
  readonly logLevel: string
  readonly logFormat: 'text' | 'json'
}

export type Environment = Readonly<Record<string, string | undefined>>

/** A setting that cannot be used. The message names the variable and what is expected. */
export class ConfigError extends Error {}

interface Variable {
  readonly name: string
  readonly default: string
  readonly meaning: string
}

/** Every variable, for `--help` and the README. */
export const variables: readonly Variable[] = [
  { name: 'PORT', default: '3000', meaning: 'port to listen on; 0 takes a free one' },
  { name: 'HOST', default: '0.0.0.0', meaning: 'address to listen on; 127.0.0.1 for this machine only' },
  { name: 'DATA_DIR', default: 'data', meaning: 'folder with event.yaml, the template and the timing files' },
  { name: 'STATE_DIR', default: '.paddock', meaning: 'folder for the revision log and the admin password’s hash' },
  { name: 'ADMIN_PASSWORD', default: '(generated)', meaning: 'password of /admin, at least 8 characters' },
  { name: 'GUARD_SECONDS', default: '10', meaning: 'how long a list that loses many drivers is held' },
  { name: 'SETTLE_SECONDS', default: '1', meaning: 'how long a list that loses any driver must stand' },
  { name: 'ALLOWED_ORIGINS', default: '(own)', meaning: 'other web origins that may connect, separated by commas' },
  { name: 'PUBLIC_ORIGIN', default: '(none)', meaning: 'the address of the results, for link previews in chats' },
  { name: 'FRAME_ANCESTORS', default: '(none)', meaning: 'origins whose pages may show /embed, separated by commas' },
  { name: 'TRUSTED_PROXIES', default: '0', meaning: 'proxies in front: their number, or addresses such as 10.0.0.0/8' },
  { name: 'MAX_CONNECTIONS', default: '10000', meaning: 'most open connections; each takes about 30 KB of memory' },
  { name: 'MAX_CONNECTIONS_PER_ADDRESS', default: '(3/4)', meaning: 'most of them from one address' },
  { name: 'CONNECTION_KB_PER_SECOND', default: '64', meaning: 'most KB a second that one connection can ask for' },
  { name: 'ADDRESS_MB_PER_SECOND', default: '32', meaning: 'most MB a second that one address can ask for' },
  { name: 'METRICS_PORT', default: '(off)', meaning: 'port for metrics, as Prometheus reads them; 0 takes a free one' },
  { name: 'METRICS_HOST', default: '127.0.0.1', meaning: 'address for metrics, which anybody who reaches it can read' },
  { name: 'WIRE_ENDPOINT', default: 'on', meaning: 'off: socket.io serves all WebSockets, for more CPU' },
  { name: 'PUSH', default: 'on', meaning: 'off: no notifications for phones' },
  { name: 'PUSH_SERVICES', default: '(none)', meaning: 'origins of push services beside those of the browsers' },
  { name: 'LOG_LEVEL', default: 'info', meaning: 'debug, info, warn, error or silent' },
  { name: 'LOG_FORMAT', default: 'text', meaning: 'text for people, json for machines' },
]

/**
 * The configuration from the environment; relative folders are below `folder`. Throws ConfigError at the first setting
 * that cannot be used.
 */
export function readConfig(environment: Environment, folder: string): Config {
  const value = (name: string) => environment[name]?.trim() || undefined
  const adminPassword = value('ADMIN_PASSWORD')
  if (adminPassword !== undefined && (adminPassword.length < 8 || adminPassword.length > 200)) {
    throw new ConfigError('ADMIN_PASSWORD must have 8 to 200 characters.')
  }
  return {
    host: value('HOST') ?? '0.0.0.0',
    port: wholeNumber('PORT', value('PORT') ?? '3000', 65_535),
    dataFolder: resolve(folder, value('DATA_DIR') ?? 'data'),
    stateFolder: resolve(folder, value('STATE_DIR') ?? '.paddock'),
    adminPassword,
    guardTime: seconds('GUARD_SECONDS', value('GUARD_SECONDS') ?? '10'),
    settleTime: seconds('SETTLE_SECONDS', value('SETTLE_SECONDS') ?? '1'),
    allowedOrigins: origins('ALLOWED_ORIGINS', value('ALLOWED_ORIGINS') ?? ''),
    publicOrigin: value('PUBLIC_ORIGIN') && origin('PUBLIC_ORIGIN', value('PUBLIC_ORIGIN') ?? ''),
    frameAncestors: origins('FRAME_ANCESTORS', value('FRAME_ANCESTORS') ?? ''),
    timeZone: value('TZ'),
    trustedProxies: proxies(value('TRUSTED_PROXIES') ?? '0'),
    maximumConnections: wholeNumber('MAX_CONNECTIONS', value('MAX_CONNECTIONS') ?? '10000', 1_000_000, 10),
    maximumConnectionsPerAddress: optional(value('MAX_CONNECTIONS_PER_ADDRESS'), (text) =>
      wholeNumber('MAX_CONNECTIONS_PER_ADDRESS', text, 1_000_000, 1),
    ),
    connectionBytesPerSecond:
      1000 * wholeNumber('CONNECTION_KB_PER_SECOND', value('CONNECTION_KB_PER_SECOND') ?? '64', 1_000_000, 1),
    addressBytesPerSecond:
      1_000_000 * wholeNumber('ADDRESS_MB_PER_SECOND', value('ADDRESS_MB_PER_SECOND') ?? '32', 1_000_000, 1),
    metricsPort: optional(value('METRICS_PORT'), (text) => wholeNumber('METRICS_PORT', text, 65_535)),
    metricsHost: value('METRICS_HOST') ?? '127.0.0.1',
    wireEndpoint: oneOf('WIRE_ENDPOINT', value('WIRE_ENDPOINT') ?? 'on', ['on', 'off']) === 'on',
    pushServices: pushServices(
      oneOf('PUSH', value('PUSH') ?? 'on', ['on', 'off']) === 'on',
      value('PUSH_SERVICES') ?? '',
    ),
    logLevel: oneOf('LOG_LEVEL', value('LOG_LEVEL') ?? 'info', ['debug', 'info', 'warn', 'error', 'silent']),
    logFormat: oneOf('LOG_FORMAT', value('LOG_FORMAT') ?? 'text', ['text', 'json']),
  }
}

function wholeNumber(name: string, text: string, most: number, least = 0): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new ConfigError(`${name} must be a whole number from ${least} to ${most}; it is "${text}".`)
}

function optional<Value>(text: string | undefined, parse: (text: string) => Value): Value | undefined {
  return text === undefined ? undefined : parse(text)
}

function proxies(text: string): TrustedProxies {
  const trusted = parseTrustedProxies(text)
  if (trusted) return trusted
  throw new ConfigError(
    `TRUSTED_PROXIES must be a number of proxies, or addresses such as 10.0.0.0/8; it is "${text}".`,
  )
}

function pushServices(areOn: boolean, text: string): readonly string[] | undefined {
  const origins = parsePushServices(text)
  if (origins) return areOn ? origins : undefined
  throw new ConfigError(`PUSH_SERVICES must be origins such as https://push.example, with commas; it is "${text}".`)
}

function seconds(name: string, text: string): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!(number <= 3600)) throw new ConfigError(`${name} must be a number of seconds from 0 to 3600; it is "${text}".`)
  return Math.round(number * 1000)
}

function origins(name: string, texts: string): readonly string[] {
  return texts
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => origin(name, text))
}

/** Hosts by name or address. URL also takes signs such as `*` and `;`, which mean something in a policy. */
const exactOrigin = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/

function origin(name: string, text: string): string {
  if (exactOrigin.test(text) && URL.canParse(text) && new URL(text).origin === text) return text
  throw new ConfigError(`${name} must be an origin such as https://club.example; it has "${text}".`)
}

function oneOf<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === text)
  if (!choice) throw new ConfigError(`${name} must be one of ${choices.join(', ')}; it is "${text}".`)
  return choice
}

/** What `--help` prints. */
export function helpText(): string {
  const width = Math.max(...variables.map(({ name }) => name.length))
  const rows = variables.map((one) => `  ${one.name.padEnd(width)}  ${one.meaning} (default: ${one.default})`)
  return [
    'Paddock: live results for motorsport events.',
    '',
    'Usage: npm start                watches the data folder and serves /live and /admin',
    '       npm start -- --help     prints this',
    '',
    'Settings are environment variables:',
    ...rows,
  ].join('\n')
}

import { expect, test } from 'vitest'
import { helpText, readConfig, variables } from './config.ts'

test('an empty environment gives the default configuration, with folders below the given one', () => {
  expect(readConfig({}, '/club')).toEqual({
    host: '0.0.0.0',
    port: 3000,
    dataFolder: '/club/data',
    stateFolder: '/club/.paddock',
    adminPassword: undefined,
    guardTime: 10_000,
    settleTime: 1000,
    allowedOrigins: [],
    publicOrigin: undefined,
    frameAncestors: [],
    timeZone: undefined,
    trustedProxies: { hops: 0, ranges: [] },
    maximumConnections: 10_000,
    maximumConnectionsPerAddress: undefined,
    connectionBytesPerSecond: 64_000,
    addressBytesPerSecond: 32_000_000,
    metricsPort: undefined,
    metricsHost: '127.0.0.1',
    wireEndpoint: true,
    pushServices: [],
    logLevel: 'info',
    logFormat: 'text',
  })
})

test('a blank variable counts as absent, and ALLOWED_ORIGINS is split at its commas', () => {
  const config = readConfig({ PORT: ' ', ALLOWED_ORIGINS: 'https://a.example, http://b.example:81,' }, '/club')
  expect(config).toMatchObject({ port: 3000, allowedOrigins: ['https://a.example', 'http://b.example:81'] })
})

test('FRAME_ANCESTORS is a list of exact origins', () => {
  const config = readConfig(
    { FRAME_ANCESTORS: 'https://club.example,http://localhost:8080, http://[::1]:8081' },
    '/club',
  )
  expect(config.frameAncestors).toEqual(['https://club.example', 'http://localhost:8080', 'http://[::1]:8081'])
})

test('the limits of connections and the trusted proxies are read', () => {
  const config = readConfig(
    {
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      MAX_CONNECTIONS: '500',
      MAX_CONNECTIONS_PER_ADDRESS: '50',
      CONNECTION_KB_PER_SECOND: '1',
      ADDRESS_MB_PER_SECOND: '2',
    },
    '/club',
  )
  expect(config).toMatchObject({
    trustedProxies: { hops: 0, ranges: ['10.0.0.0/8', '::1'] },
    maximumConnections: 500,
    maximumConnectionsPerAddress: 50,
    connectionBytesPerSecond: 1000,
    addressBytesPerSecond: 2_000_000,
  })
  expect(readConfig({ TRUSTED_PROXIES: '1' }, '/club').trustedProxies).toEqual({ hops: 1, ranges: [] })
})

test('notifications are on unless PUSH is off, and PUSH_SERVICES adds origins', () => {
  const services = { PUSH_SERVICES: 'https://push.example, http://localhost:4000' }
  expect(readConfig(services, '/club').pushServices).toEqual(['https://push.example', 'http://localhost:4000'])
  expect(readConfig({ ...services, PUSH: 'off' }, '/club').pushServices).toBeUndefined()
})

test('metrics are off without METRICS_PORT, and stay on this machine without METRICS_HOST', () => {
  expect(readConfig({ METRICS_HOST: '10.0.0.1' }, '/club').metricsPort).toBeUndefined()
  expect(readConfig({ METRICS_PORT: '9464' }, '/club')).toMatchObject({ metricsPort: 9464, metricsHost: '127.0.0.1' })
  const given = readConfig({ METRICS_PORT: '0', METRICS_HOST: '::' }, '/club')
  expect(given).toMatchObject({ metricsPort: 0, metricsHost: '::' })
})

test.each([
  ['TRUSTED_PROXIES', 'nginx'],
  ['TRUSTED_PROXIES', '10.0.0.0/64'],
  ['MAX_CONNECTIONS', '9'],
  ['MAX_CONNECTIONS_PER_ADDRESS', '0'],
  ['CONNECTION_KB_PER_SECOND', '0'],
  ['ADDRESS_MB_PER_SECOND', 'many'],
  ['METRICS_PORT', '70000'],
  ['METRICS_PORT', 'on'],
  ['PORT', '70000'],
  ['PORT', '30a'],
  ['PORT', '-1'],
  ['ADMIN_PASSWORD', 'short'],
  ['GUARD_SECONDS', 'ten'],
  ['SETTLE_SECONDS', '-1'],
  ['ALLOWED_ORIGINS', 'club.example'],
  ['ALLOWED_ORIGINS', 'https://club.example/live'],
  ['FRAME_ANCESTORS', '*'],
  ['FRAME_ANCESTORS', "'self'"],
  ['FRAME_ANCESTORS', 'https://*.example'],
  ['FRAME_ANCESTORS', 'https://club.example/results'],
  ['FRAME_ANCESTORS', 'https://club.example; script-src *'],
  ['FRAME_ANCESTORS', 'club.example'],
  ['FRAME_ANCESTORS', 'https://club.example;script-src'],
  ['PUSH', 'maybe'],
  ['PUSH_SERVICES', 'http://push.example'],
  ['LOG_LEVEL', 'loud'],
  ['LOG_FORMAT', 'xml'],
])('%s=%s is refused with an error that names the variable', (name, value) => {
  expect(() => readConfig({ [name]: value }, '/club')).toThrow(name)
})

test('the error for a refused ADMIN_PASSWORD does not contain the password', () => {
  expect(() => readConfig({ ADMIN_PASSWORD: 'secret' }, '/club')).not.toThrow('secret')
})

test('the help text names every variable', () => {
  for (const { name } of variables) expect(helpText()).toContain(name)
})

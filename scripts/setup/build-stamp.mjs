import { fingerprint } from './fingerprint.mjs'

/** Files that decide how the sources are built. */
const SETTINGS = ['package.json', 'package-lock.json', 'next.config.js', 'tsconfig.json', 'server/tsconfig.json']

const SOURCES = ['app', 'lib', 'server', 'public', 'instrumentation-client.ts']

/** The hash of a build's settings and the hash of its sources. @param {string} root */
export function buildStamp(root) {
  return { settings: fingerprint(root, SETTINGS), sources: fingerprint(root, SOURCES) }
}

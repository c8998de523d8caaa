import { fingerprint } from './fingerprint.mjs'

/** What decides how the sources are built. */
const SETTINGS = ['package.json', 'package-lock.json', 'next.config.js', 'tsconfig.json', 'server/tsconfig.json']

const SOURCES = ['app', 'lib', 'server', 'public']

/** What a build was made from, one hash for its settings and one for its sources. @param {string} root */
export function buildStamp(root) {
  return { settings: fingerprint(root, SETTINGS), sources: fingerprint(root, SOURCES) }
}

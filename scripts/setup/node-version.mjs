/**
 * The reason why this version of Node.js cannot run the project; undefined when it can.
 *
 * @param {string} version such as '20.19.0'
 * @param {string} range package.json's `engines.node`, always of the form '>=20.19'
 */
export function unsupportedNode(version, range) {
  const minimum = range.replace('>=', '')
  if (compareVersions(version, minimum) >= 0) return undefined
  return `Paddock needs Node.js ${minimum} or newer, this is ${version}. Install it from https://nodejs.org`
}

function compareVersions(one, other) {
  const parts = one.split('.').map(Number)
  const others = other.split('.').map(Number)
  const index = others.findIndex((part, at) => part !== parts[at])
  return index === -1 ? 0 : parts[index] - others[index]
}

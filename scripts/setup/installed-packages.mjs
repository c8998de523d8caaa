/**
 * Whether node_modules holds the packages of the lock, for this machine.
 *
 * npm writes node_modules/.package-lock.json last. A comparison with the lock finds an interrupted or production-only
 * installation and a folder from a different system, and accepts a developer's own `npm install`.
 *
 * @param {{ manifest: any, lock: any, installed: any }} read package.json, package-lock.json,
 * node_modules/.package-lock.json
 * @param {{ platform: string, arch: string }} machine
 */
export function arePackagesInstalled({ manifest, lock, installed }, machine) {
  const { '': root, ...wanted } = lock.packages
  return (
    sameRecord(manifest.dependencies, root.dependencies) &&
    sameRecord(manifest.devDependencies, root.devDependencies) &&
    Object.entries(wanted).every(([path, entry]) => entry.optional || installed.packages[path]) &&
    Object.entries(installed.packages).every(
      ([path, entry]) => entry.integrity === wanted[path]?.integrity && isFor(entry, machine),
    )
  )
}

function sameRecord(one = {}, other = {}) {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

function isFor({ os, cpu }, { platform, arch }) {
  return allows(os, platform) && allows(cpu, arch)
}

// npm's own notation: ['linux', 'darwin'] or ['!win32'].
function allows(list, value) {
  if (!list) return true
  if (list.includes(`!${value}`)) return false
  return list.includes(value) || list.every((name) => name.startsWith('!'))
}

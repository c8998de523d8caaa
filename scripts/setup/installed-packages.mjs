/**
 * Whether node_modules holds what the lock says, for this machine.
 *
 * npm leaves a list of what it installed in node_modules/.package-lock.json, as its last act: comparing it with the
 * lock tells more than a stamp of ours could (an interrupted or production-only installation, a folder copied from
 * another system), and a developer's own `npm install` counts too.
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

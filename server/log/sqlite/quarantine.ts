import { existsSync, renameSync } from 'node:fs'

/** Renames a damaged database and its companion files to an unused name, and returns it: nothing is deleted. */
export function quarantine(file: string, now: number): string {
  const time = new Date(now).toISOString().replaceAll(':', '')
  const base = `${file}.damaged-${time}`
  let name = base
  for (let count = 2; existsSync(name); count += 1) name = `${base}-${count}`
  // The database is renamed last: after a crash in between, SQLite ignores the renamed companions.
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, name + suffix)
  }
  return name
}

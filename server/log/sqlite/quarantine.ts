import { existsSync, renameSync } from 'node:fs'

/**
 * Renames the database and what belongs to it, so that nothing is lost for whoever wants to look. Returns the new name.
 */
export function quarantine(file: string, now: number): string {
  const time = new Date(now).toISOString().replaceAll(':', '')
  const base = `${file}.damaged-${time}`
  let name = base
  for (let count = 2; existsSync(name); count += 1) name = `${base}-${count}`
  // The database goes last: without it, what is left over from a crash in between is ignored by SQLite.
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, name + suffix)
  }
  return name
}

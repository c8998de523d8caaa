import { mkdirSync, readdirSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const MILLISECONDS_TO_SIGN = 5000

/**
 * Runs `work` while no other set-up works in the folder. The lock is a folder with one file, named by the owner's
 * process id. When the owner is dead, only one process can remove that file, so that none removes a lock that was just
 * renewed.
 *
 * @template Result
 * @param {string} lock
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withSetupLock(lock, work) {
  mkdirSync(dirname(lock), { recursive: true })
  let waits = false
  while (!take(lock)) {
    if (removeAbandoned(lock)) continue
    if (!waits) process.stdout.write(`Waiting for another set-up in this folder (it holds ${lock})\n`)
    waits = true
    await sleep(200)
  }
  try {
    return await work()
  } finally {
    release(lock, process.pid)
  }
}

function take(lock) {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, String(process.pid)), '')
    return true
  } catch (error) {
    // EPERM: Windows, while a process removes the folder. ENOENT: this process signed so late that its lock was
    // removed.
    if (error.code === 'EEXIST' || error.code === 'ENOENT') return false
    if (error.code === 'EPERM' && process.platform === 'win32') return false
    throw error
  }
}

function removeAbandoned(lock) {
  const owner = readOwner(lock)
  if (owner === undefined) return isUnsigned(lock) && release(lock)
  return !isAlive(owner) && release(lock, owner)
}

function release(lock, owner) {
  try {
    if (owner !== undefined) unlinkSync(join(lock, String(owner)))
    rmdirSync(lock)
    return true
  } catch {
    return false // A different process was faster.
  }
}

function readOwner(lock) {
  try {
    const [owner] = readdirSync(lock)
    return owner === undefined ? undefined : Number(owner)
  } catch {
    return undefined
  }
}

function isUnsigned(lock) {
  const made = statSync(lock, { throwIfNoEntry: false })
  return made !== undefined && Date.now() - made.mtimeMs > MILLISECONDS_TO_SIGN
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

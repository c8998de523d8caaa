/** A mistake that no mutator of Stryker makes, mostly an order of statements. The tests beside its file must fail. */
export interface Fault {
  readonly name: string
  /** Code that occurs exactly once in the product, in any file; white space does not count. */
  readonly find: string
  readonly replace: string
}

export const faults: readonly Fault[] = [
  {
    name: 'a revision is announced before it is durable',
    find: 'parts.store(revision, after) state = after history = remember(history, revision) subscribers.announce(revision, after)',
    replace: `subscribers.announce(revision, after)
      parts.store(revision, after)
      state = after
      history = remember(history, revision)`,
  },
  {
    name: 'a revision is current before it is durable',
    find: 'parts.store(revision, after) state = after',
    replace: 'state = after\n      parts.store(revision, after)',
  },
  {
    name: 'a revision is remembered before it is durable',
    find: 'parts.store(revision, after) state = after history = remember(history, revision)',
    replace: 'history = remember(history, revision)\n      parts.store(revision, after)\n      state = after',
  },
  {
    name: 'a revision is announced before it is current',
    find: 'state = after history = remember(history, revision) subscribers.announce(revision, after)',
    replace: 'subscribers.announce(revision, after)\n      state = after\n      history = remember(history, revision)',
  },
  {
    name: 'a commit does not wait for the disk',
    find: 'PRAGMA synchronous = FULL',
    replace: 'PRAGMA synchronous = NORMAL',
  },
  {
    name: 'the state folder is read without its lock',
    find: 'releases.push(lockFolder(folder))',
    replace: '',
  },
  {
    name: 'the lock of the state folder is released before the log is closed',
    find: 'for (const release of releases.splice(0).reverse()) attempt(warn, release)',
    replace: 'for (const release of releases.splice(0)) attempt(warn, release)',
  },
  {
    name: 'a high-water mark that cannot be written fails the append',
    find: 'attempt(warn, () => highWaterMark.record({ log: after.log, version: after.version, seal }))',
    replace: 'highWaterMark.record({ log: after.log, version: after.version, seal })',
  },
  {
    name: 'a restored folder is recognised by a time that programs can set',
    find: 'return found && String(found.ctimeNs)',
    replace: 'return found && String(found.mtimeNs)',
  },
  {
    name: 'a new connection remembers the newest version of the old one',
    find: 'ask({ ...sync, newest: undefined })',
    replace: 'ask(sync)',
  },
  {
    name: 'a message is applied while there is no connection',
    find: 'waiting: { opened, closed: stay, message: stay,',
    replace: 'waiting: { opened, closed: stay, message: receive,',
  },
  {
    name: 'a slow socket is answered before the newer check replaces the older',
    find: 'if (!rejoin()) return if (message) socket.emit(message.action, message)',
    replace: 'if (message) socket.emit(message.action, message)\n    if (!rejoin()) return',
  },
  {
    name: 'a slow socket that caught up stays excluded from broadcasts',
    find: 'void socket.leave(room)',
    replace: '',
  },
  {
    name: 'a broadcast is sent before slow sockets are excluded',
    find: "slow.exclude({ log: revision.log, version: revision.version - 1 }) slow.others().emit('update_drivers', updateDrivers(revision))",
    replace: `slow.others().emit('update_drivers', updateDrivers(revision))
    slow.exclude({ log: revision.log, version: revision.version - 1 })`,
  },
  {
    name: 'stopping does not wait for the running pass',
    find: 'stopped = true cancel() await running',
    replace: 'stopped = true\n      cancel()',
  },
  {
    name: 'a requested pass may have begun before the request',
    find: 'await running await run()',
    replace: 'await run()',
  },
]

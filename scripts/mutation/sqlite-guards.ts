import { guardsOf } from './guard.ts'

// How the log gets onto the disk, and whose it is.

const contract = 'server/log/sqlite-revision-log.test.ts'
const continuity = 'server/log/sqlite/continuity.test.ts'
const folderLock = 'server/log/sqlite/folder-lock.test.ts'

const connectionGuards = guardsOf(
  'server/log/sqlite/connection.ts',
  ['server/log/sqlite/connection.test.ts', folderLock, continuity],
  [
    {
      id: 'write-ahead',
      rules: ['P3'],
      what: 'a revision is written beside the file first',
      find: "connection.exec('PRAGMA journal_mode = WAL')",
      replace: '',
    },
    {
      id: 'commit-waits-for-disk',
      rules: ['P3'],
      what: 'a commit waits for the disk',
      find: 'PRAGMA synchronous = FULL',
      replace: 'PRAGMA synchronous = NORMAL',
    },
    {
      id: 'file-is-ours',
      rules: ['L2'],
      what: 'nobody else opens the file meanwhile',
      find: "connection.exec('PRAGMA locking_mode = EXCLUSIVE')",
      replace: '',
    },
    {
      id: 'all-or-nothing',
      rules: ['P3'],
      what: 'a transaction that failed half-way leaves nothing',
      find: "if (connection.inTransaction) connection.exec('ROLLBACK')",
      replace: '',
    },
    {
      id: 'first-error-is-told',
      rules: ['P3'],
      what: 'a transaction that the full disk has ended is not ended again',
      find: 'if (connection.inTransaction) connection',
      replace: 'connection',
      tests: ['server/log/sqlite/write-log.test.ts'],
    },
    {
      id: 'closed-is-one-file',
      what: 'a log that was closed is whole in one file',
      find: "connection.exec('PRAGMA journal_mode = DELETE')",
      replace: '',
    },
    {
      id: 'closed-lets-go',
      rules: ['P4'],
      what: 'a log that was closed can be opened again at once',
      find: "connection.exec('PRAGMA locking_mode = NORMAL')",
      replace: '',
    },
  ],
)

const continuityGuards = guardsOf(
  'server/log/sqlite/continuity.ts',
  [continuity],
  [
    {
      id: 'change-time',
      rules: ['P2'],
      what: 'a folder that was restored shows by a time that no program can set',
      find: `  return String(statSync(path, { bigint: true }).ctimeNs)
}

export function readMark(folder: string): string | undefined {
  const found = statSync(join(folder, markFile), { bigint: true, throwIfNoEntry: false })
  return found && String(found.ctimeNs)`,
      replace: `  return String(statSync(path, { bigint: true }).mtimeNs)
}

export function readMark(folder: string): string | undefined {
  const found = statSync(join(folder, markFile), { bigint: true, throwIfNoEntry: false })
  return found && String(found.mtimeNs)`,
    },
    {
      id: 'witness-is-kept',
      rules: ['P2', 'P4'],
      what: 'opening the witness for writing leaves what it says',
      find: "writeFileSync(path, '', { flag: 'a' })",
      replace: "writeFileSync(path, '')",
    },
    {
      id: 'witness-has-one-length',
      rules: ['P4'],
      what: 'a shorter witness leaves nothing of a longer one',
      find: '.padEnd(witnessLength)',
      replace: '',
    },
    {
      id: 'witness-in-place',
      rules: ['P2'],
      what: 'the witness is written over, not behind, the one before',
      find: 'JSON.stringify(witness).padEnd(witnessLength), 0)',
      replace: 'JSON.stringify(witness).padEnd(witnessLength))',
    },
  ],
)

const lockGuards = guardsOf(
  'server/log/sqlite/folder-lock.ts',
  [folderLock],
  [
    {
      id: 'one-process',
      rules: ['L2'],
      what: 'a folder belongs to one process',
      find: "lock.exec('BEGIN EXCLUSIVE')",
      replace: '',
      tests: [folderLock, contract],
    },
    {
      id: 'taken-is-not-damaged',
      rules: ['L2'],
      what: 'a folder that is in use is said to be',
      find: "if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw inUse(folder, error)",
      replace: '',
    },
  ],
)

const openGuards = guardsOf(
  'server/log/sqlite-revision-log.ts',
  [continuity],
  [
    {
      id: 'folder-is-locked',
      rules: ['L2'],
      what: 'the folder is locked before anything in it is looked at',
      find: 'releases.push(lockFolder(folder))',
      replace: '',
      tests: [folderLock],
    },
    {
      id: 'witness-of-every-version',
      rules: ['P2'],
      what: 'every version that was stored is witnessed',
      find: 'attempt(warn, () => witness.record({ log: after.log, version: after.version, seal }))',
      replace: '',
    },
    {
      id: 'witness-undoes-nothing',
      rules: ['P3'],
      what: 'a witness that cannot be written undoes nothing that is stored',
      find: 'attempt(warn, () => witness.record({ log: after.log, version: after.version, seal }))',
      replace: 'witness.record({ log: after.log, version: after.version, seal })',
      tests: ['server/log/sqlite/witness.test.ts'],
    },
    {
      id: 'witness-of-the-beginning',
      rules: ['P2', 'P4'],
      what: 'the version that a log begins with is witnessed, too',
      find: 'witness.record({ log: state.log, version: state.version, seal: end.seal })',
      replace: '',
    },
    {
      id: 'full-disk-is-said',
      rules: ['P3'],
      what: 'a revision that cannot be stored is told from a mistake of ours',
      find: "throw new LogError('log_unwritable',",
      replace: 'throw error ?? String(',
      tests: ['server/log/sqlite/write-log.test.ts'],
    },
  ],
)

export const sqliteGuards = [...connectionGuards, ...continuityGuards, ...lockGuards, ...openGuards]

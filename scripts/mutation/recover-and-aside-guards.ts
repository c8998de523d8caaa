import { guardsOf } from './guard.ts'

// Which file is believed, and what becomes of one that is not.

const continuity = 'server/log/sqlite/continuity.test.ts'
const damage = 'server/log/sqlite/damage.test.ts'
const folderLock = 'server/log/sqlite/folder-lock.test.ts'

const recoverGuards = guardsOf(
  'server/log/sqlite/recover-log.ts',
  [continuity, damage],
  [
    {
      id: 'no-witness-no-proof',
      rules: ['P2'],
      what: 'without a witness a file is not believed to be the newest',
      find: "if (!witness) return 'paddock.witness is missing or unreadable'",
      replace: 'if (!witness) return undefined',
    },
    {
      id: 'witness-is-in-the-file',
      rules: ['P2', 'L5'],
      what: 'a file that does not have what was published is not the newest',
      find: 'if (stored.sealAt(witness.version) !== witness.seal)',
      replace: 'if (stored.state.version < 0)',
    },
    {
      id: 'folder-was-not-restored',
      rules: ['P2'],
      what: 'a folder that was copied or restored is not believed',
      find: "if (stored.mark !== mark) return 'the folder was copied or restored'",
      replace: '',
    },
    {
      id: 'doubt-begins-above-witness',
      rules: ['P2'],
      what: 'the log after an older copy begins above what the witness tells',
      find: '[stored.state.version, witness?.version]',
      replace: '[stored.state.version]',
    },
    {
      id: 'doubt-keeps-the-list',
      what: 'the log after an older copy has its list',
      find: 'witness?.version], stored.state)',
      replace: 'witness?.version])',
    },
    {
      id: 'lost-begins-above-witness',
      rules: ['P2'],
      what: 'the log after a lost file begins above what the witness tells',
      find: 'const state = beginLog(now(), [witness?.version])',
      replace: 'const state = beginLog(now(), [])',
    },
    {
      id: 'damaged-begins-above-witness',
      rules: ['P2'],
      what: 'the log after a damaged file begins above what the witness tells',
      find: '[...found.versions, witness?.version]',
      replace: '[...found.versions]',
      tests: [damage],
    },
    {
      id: 'damaged-begins-above-file',
      rules: ['P2'],
      what: 'the log after a damaged file begins above what the file still tells',
      find: '[...found.versions, witness?.version]',
      replace: '[witness?.version]',
      tests: [damage],
    },
    {
      id: 'damaged-tells-revisions',
      rules: ['P2'],
      what: 'a damaged file is asked for its newest revision, not only for its newest list',
      find: "['revision', 'snapshot'].map",
      replace: "['snapshot'].map",
      tests: [damage],
    },
    {
      id: 'damaged-tells-lists',
      rules: ['P2'],
      what: 'a damaged file is asked for its newest list, not only for its newest revision',
      find: "['revision', 'snapshot'].map",
      replace: "['revision'].map",
      tests: [damage],
    },
    {
      id: 'in-use-is-not-damaged',
      rules: ['L2'],
      what: 'a file that another program has open is not set aside',
      find: "if (code?.startsWith('SQLITE_BUSY')) throw inUse(folder, error)",
      replace: '',
      tests: [folderLock],
    },
    {
      id: 'unreadable-is-not-damaged',
      rules: ['P4'],
      what: 'a file that cannot be opened is not set aside',
      find: '/ConnectionFailed/.test(reason(error))',
      replace: 'false',
      tests: [folderLock],
    },
    {
      id: 'full-is-not-damaged',
      rules: ['P4'],
      what: 'a file that cannot be written is not set aside',
      find: '/^SQLITE_(READONLY|CANTOPEN|PERM|FULL|NOMEM|AUTH|IOERR_WRITE|IOERR_FSYNC|IOERR_DIR_FSYNC|IOERR_TRUNCATE)/.test(',
      replace: '/^never$/.test(',
      tests: [folderLock, 'server/publisher/disk-full.test.ts'],
    },
  ],
)

const asideGuards = guardsOf(
  'server/log/sqlite/set-aside.ts',
  [damage],
  [
    {
      id: 'nothing-is-overwritten',
      what: 'a file that is set aside overwrites none from before',
      find: 'let count = 2; existsSync(name);',
      replace: 'let count = 2; false;',
    },
    {
      id: 'aside-with-its-wal',
      what: 'what belongs to a damaged file is kept with it',
      find: "['-wal', '-shm', '-journal', '']",
      replace: "['']",
    },
  ],
)

export const recoverAndAsideGuards = [...recoverGuards, ...asideGuards]

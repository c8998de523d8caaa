import { guardsOf } from './guard.ts'

// What a file must be to be believed.

const damage = 'server/log/sqlite/damage.test.ts'
const readLog = 'server/log/sqlite/read-log.test.ts'
const writeLog = 'server/log/sqlite/write-log.test.ts'
const contract = 'server/log/sqlite-revision-log.test.ts'

const formatGuards = guardsOf(
  'server/log/sqlite/format.ts',
  [damage],
  [
    {
      id: 'seal-chains',
      rules: ['L1', 'L5'],
      what: 'a seal follows on the one before: none can be missing',
      find: 'sealOf([sealBefore, row.version',
      replace: 'sealOf([row.version',
    },
    {
      id: 'seal-of-times',
      rules: ['L5'],
      what: "a revision's time is sealed",
      find: 'sealOf([sealBefore, row.version, row.at,',
      replace: 'sealOf([sealBefore, row.version,',
    },
    {
      id: 'seal-of-event',
      rules: ['L5'],
      what: "a revision's event is sealed",
      find: 'row.source_at, row.event, row.checksum, row.changes',
      replace: 'row.source_at, row.checksum, row.changes',
    },
    {
      id: 'seal-of-changes',
      rules: ['L5'],
      what: "a revision's changes are sealed",
      find: 'row.checksum, row.changes',
      replace: 'row.checksum',
    },
    {
      id: 'proof-of-log',
      rules: ['P2'],
      what: 'a list belongs to its log',
      find: 'sealOf([log, row.seal',
      replace: 'sealOf([row.seal',
    },
    {
      id: 'proof-of-count',
      what: "a list's place among the revisions is sealed",
      find: 'row.checksum, row.written, row.drivers',
      replace: 'row.checksum, row.drivers',
    },
    {
      id: 'proof-of-list',
      rules: ['L5'],
      what: 'a list is sealed',
      find: 'row.written, row.drivers',
      replace: 'row.written',
    },
  ],
)

const readGuards = guardsOf(
  'server/log/sqlite/read-log.ts',
  [readLog, damage],
  [
    {
      id: 'format-is-known',
      rules: ['L5'],
      what: 'a file of a format that is not known is not read',
      find: 'if (found !== String(format)) throw',
      replace: "if (found === '') throw",
    },
    {
      id: 'sqlite-is-asked',
      rules: ['L5'],
      what: 'a file that SQLite finds damaged is not read',
      find: "if (report !== 'ok') throw",
      replace: "if (report === '') throw",
    },
    {
      id: 'list-follows-its-revision',
      rules: ['L5'],
      what: 'a list stands where its revision is',
      find: 'const inPlace = seals.get(snapshot.version) === snapshot.seal',
      replace: 'const inPlace = true',
    },
    {
      id: 'list-has-its-proof',
      rules: ['L5'],
      what: 'a list is what was written',
      find: '!inPlace || snapshot.proof !== snapshotProof(log, snapshot)',
      replace: '!inPlace',
    },
    {
      id: 'revision-has-its-seal',
      rules: ['L1', 'L5'],
      what: 'every revision is the one that followed on the one before',
      find: 'if (row.seal !== seal) throw',
      replace: "if (row.seal === '') throw",
    },
    {
      id: 'list-has-its-checksum',
      rules: ['P10'],
      what: 'a list whose checksum was reckoned in another way is not read',
      find: 'if (checksumOf(drivers) !== row.checksum) throw',
      replace: 'if (row.checksum < 0) throw',
    },
    {
      id: 'revision-has-its-checksum',
      rules: ['P10'],
      what: 'a revision whose checksum was reckoned in another way is not read',
      find: 'if (checksumAfter(state.checksum, state.drivers, revision.changes) !== revision.checksum) {',
      replace: 'if (revision.checksum < 0) {',
    },
    {
      id: 'only-later-revisions',
      rules: ['P4'],
      what: 'a list is followed by the revisions after it, and by no other',
      find: 'needed.filter((revision) => revision.version > newest.version)',
      replace: 'needed',
      tests: [readLog, contract],
    },
    {
      id: 'only-later-characters',
      what: 'the count goes on from the list',
      find: '    .filter((row) => row.version > newest.version)\n',
      replace: '',
      tests: [readLog, writeLog],
    },
    {
      id: 'short-history-is-whole',
      rules: ['P9'],
      what: 'all revisions of a short log are remembered when it is opened',
      find: 'Math.max(0, firstNeeded - oldest.version - 1)',
      replace: 'firstNeeded - oldest.version - 1',
      tests: [readLog, writeLog, contract],
    },
    {
      id: 'empty-file-is-new',
      rules: ['L5'],
      what: 'an empty file is a new one, not a damaged one',
      find: "if (connection.prepare('SELECT 1 FROM sqlite_schema').all().length === 0) return undefined",
      replace: '',
    },
  ],
)

export const sqliteFileGuards = [...formatGuards, ...readGuards]

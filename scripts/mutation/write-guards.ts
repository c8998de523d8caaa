import { guardsOf } from './guard.ts'

// How a file is written.

const continuity = 'server/log/sqlite/continuity.test.ts'
const readLog = 'server/log/sqlite/read-log.test.ts'
const writeLog = 'server/log/sqlite/write-log.test.ts'

export const writeGuards = guardsOf(
  'server/log/sqlite/write-log.ts',
  [readLog, writeLog],
  [
    {
      id: 'anew-forgets',
      rules: ['P2'],
      what: 'a log that begins anew forgets what the file held',
      find: "connection.exec('DROP TABLE IF EXISTS meta; DROP TABLE IF EXISTS revision; DROP TABLE IF EXISTS snapshot')",
      replace: "connection.exec('DROP TABLE IF EXISTS meta')",
      tests: [readLog, continuity],
    },
    {
      id: 'beginning-is-one-write',
      rules: ['L5'],
      what: 'the beginning of a log is there as a whole or not at all',
      find: 'inTransaction(connection, () => {\n    connection.exec(',
      replace: ';((_: Connection, work: () => void) => work())(connection, () => {\n    connection.exec(',
      tests: [writeLog],
    },
    {
      id: 'append-is-one-write',
      rules: ['P3', 'L1'],
      what: 'a revision and what goes with it are there as a whole or not at all',
      find: 'inTransaction(connection, () => {\n      const event',
      replace: ';((_: Connection, work: () => void) => work())(connection, () => {\n      const event',
      tests: [writeLog],
    },
    {
      id: 'end-moves-when-stored',
      rules: ['L1'],
      what: 'a revision follows on the last one that was stored',
      find: 'const { snapshot } = current\n',
      replace: 'const { snapshot } = current\n    current = { ...current, seal }\n',
      tests: [writeLog],
    },
    {
      id: 'lists-among-revisions',
      what: 'the whole list is written after so many revisions',
      find: 'row.version - snapshot.version >= retention.snapshotRevisions ||',
      replace: '',
      tests: [writeLog],
    },
    {
      id: 'lists-among-characters',
      what: 'the whole list is written after so many characters',
      find: ' ||\n      written - snapshot.written >= retention.snapshotCharacters',
      replace: '',
      tests: [writeLog],
    },
    {
      id: 'whole-stretches-are-forgotten',
      rules: ['L1', 'L5'],
      what: 'what is kept begins with a list',
      find: "'(SELECT max(version) FROM snapshot WHERE version <= ? OR written <= ?)'",
      replace: "'(SELECT max(version) - 1 FROM revision WHERE version <= ? OR version <= ?)'",
      tests: [writeLog],
    },
  ],
)

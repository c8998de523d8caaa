const properties = 'scripts/mutation/properties.mutation.ts'

/**
 * The files whose mutants must be killed, in groups that share their tests. Each file has a threshold: the least
 * percentage of its mutants that tests kill. The rest are in accepted-survivors.ts with their reasons.
 *
 * @type {readonly { name: string, tests: readonly string[], files: Readonly<Record<string, number>> }[]}
 */
export const coreGroups = [
  {
    name: 'sync',
    tests: ['lib/{list,sync}/**/*.test.ts', properties],
    files: {
      'lib/sync/sync.ts': 95,
      'lib/sync/replica.ts': 95,
      'lib/sync/self-check.ts': 95,
      'lib/list/diff.ts': 95,
      'lib/list/checksum.ts': 95,
    },
  },
  {
    name: 'client',
    tests: ['lib/live/live-client*.test.ts'],
    files: { 'lib/live/live-client.ts': 90 },
  },
  {
    name: 'standings',
    tests: ['lib/standings/*.test.ts', properties],
    files: {
      'lib/standings/create-standings.ts': 90,
      'lib/standings/ranked-entries.ts': 90,
      'lib/standings/class-groups.ts': 90,
    },
  },
  {
    name: 'log',
    tests: ['server/log/*.test.ts', properties],
    files: {
      'server/log/next-revision.ts': 95,
      'server/log/history.ts': 90,
      'server/log/local-revision-log.ts': 90,
    },
  },
  {
    name: 'sqlite',
    tests: ['server/log/sqlite/*.test.ts'],
    files: {
      'server/log/sqlite/connection.ts': 80,
      'server/log/sqlite/continuity.ts': 80,
      'server/log/sqlite/folder-lock.ts': 80,
      'server/log/sqlite/format.ts': 80,
      'server/log/sqlite/quarantine.ts': 80,
      'server/log/sqlite/read-log.ts': 80,
      'server/log/sqlite/read-past.ts': 80,
      'server/log/sqlite/recover-log.ts': 80,
      'server/log/sqlite/sqlite-revision-log.ts': 80,
      'server/log/sqlite/write-log.ts': 80,
    },
  },
  {
    name: 'live',
    tests: ['server/live/{answering,sending}/*.test.ts', 'server/live/*.test.ts'],
    files: {
      'server/live/answering/catch-up-replies.ts': 90,
      'server/live/sending/slow-sockets.ts': 90,
      'server/live/namespace.ts': 90,
    },
  },
  {
    name: 'publisher',
    tests: ['server/publisher/*.test.ts'],
    files: {
      'server/publisher/loss-guard.ts': 90,
      'server/publisher/judge-list.ts': 90,
      'server/publisher/publish.ts': 90,
      'server/publisher/pass-schedule.ts': 90,
    },
  },
]

/** @type {Readonly<Record<string, number>>} */
export const coreFiles = Object.assign({}, ...coreGroups.map(({ files }) => files))

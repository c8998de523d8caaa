const laws = 'scripts/mutation/laws.mutation.ts'

/**
 * The files whose mutants must be killed, in groups that share their tests. Each file has a threshold: the least
 * percentage of its mutants that tests kill. The rest are in accepted-survivors.ts with their reasons.
 *
 * @type {readonly { name: string, tests: readonly string[], files: Readonly<Record<string, number>> }[]}
 */
export const coreGroups = [
  {
    name: 'sync',
    tests: ['lib/**/{sync,replica,diff,checksum,self-check,driver-list,edge-cases}.test.ts', laws],
    files: {
      'lib/sync/sync.ts': 95,
      'lib/sync/replica.ts': 95,
      'lib/list/diff.ts': 95,
      'lib/list/checksum.ts': 95,
      'lib/sync/self-check.ts': 95,
    },
  },
  {
    name: 'log',
    tests: ['server/log/**/*.test.ts', laws],
    files: {
      'server/log/next-revision.ts': 95,
      'server/log/history.ts': 90,
    },
  },
  {
    name: 'live',
    tests: ['server/live/**/{catch-up-replies,namespace}.test.ts'],
    files: {
      'server/live/answering/catch-up-replies.ts': 90,
    },
  },
  {
    name: 'publisher',
    tests: ['server/publisher/**/{guard,publish}.test.ts'],
    files: {
      'server/publisher/guard.ts': 90,
    },
  },
]

/** @type {Readonly<Record<string, number>>} */
export const coreFiles = Object.assign({}, ...coreGroups.map(({ files }) => files))

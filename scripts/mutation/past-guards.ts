import { guardsOf } from './guard.ts'

// What a log tells of its past.

export const pastGuards = guardsOf(
  'server/log/sqlite/read-past.ts',
  ['server/log/sqlite-revision-log.test.ts'],
  [
    {
      id: 'past-begins-at-a-list',
      rules: ['L1'],
      what: 'the past begins with the revision after its first list',
      find: 'revisionsAfter(connection, log, start.version)',
      replace: 'revisionsAfter(connection, log, start.version + 1)',
    },
    {
      id: 'past-goes-on-after-a-page',
      rules: ['L1'],
      what: 'what follows on a page of revisions is told, too',
      find: 'if (page.length < pageSize) return',
      replace: 'return',
    },
    {
      id: 'past-says-nothing-twice',
      rules: ['L1'],
      what: 'a page begins behind the last revision of the page before',
      find: 'last = page.at(-1)?.version ?? last',
      replace: 'last = (page.at(-1)?.version ?? last) - 1',
    },
  ],
)

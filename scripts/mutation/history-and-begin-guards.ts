import { guardsOf } from './guard.ts'

// What a log remembers, and how it begins.

const contract = 'server/log/memory-revision-log.test.ts'
const laws = 'server/log/laws.test.ts'

const historyGuards = guardsOf(
  'server/log/history.ts',
  ['server/log/history.test.ts', contract, laws],
  [
    {
      id: 'history-is-short',
      rules: ['P9'],
      what: 'only so many revisions are remembered',
      find: 'revisions.length - forgotten > limits.revisions || ',
      replace: '',
    },
    {
      id: 'history-is-small',
      rules: ['P9'],
      what: 'only so many records are remembered',
      find: ' || records > limits.records',
      replace: '',
    },
    {
      id: 'removed-records-count',
      rules: ['P9'],
      what: 'records of drivers who went count, too',
      find: 'changes.update.length + changes.destroy.length',
      replace: 'changes.update.length',
    },
    {
      id: 'newest-of-another-log',
      rules: ['P2', 'L4'],
      what: 'the newest version of another log is not up to date',
      find: 'version === state.version && (log === undefined || log === state.log)',
      replace: 'version === state.version',
    },
    {
      id: 'bare-client-may-be-newest',
      rules: ['L4'],
      what: 'who does not know its log and has the newest version misses nothing',
      find: '(log === undefined || log === state.log)',
      replace: '(log === state.log)',
    },
    {
      id: 'changes-of-this-log',
      rules: ['P2', 'L4'],
      what: 'changes are told to those only who have a version of this log',
      find: 'log !== state.log || !newest',
      replace: '!newest',
    },
    {
      id: 'changes-without-a-hole',
      rules: ['P9', 'L4'],
      what: 'who missed what was forgotten is told everything',
      find: ' || missed[0]?.version !== version + 1',
      replace: '',
    },
    {
      id: 'missed-event',
      rules: ['P9'],
      what: 'who missed several revisions is told the newest event among them',
      find: 'missed.findLast((revision) => revision.event)?.event',
      replace: 'newest.event',
    },
  ],
)

const beginGuards = guardsOf(
  'server/log/begin-log.ts',
  ['server/log/begin-log.test.ts'],
  [
    {
      id: 'above-known-versions',
      rules: ['P2'],
      what: 'a new log begins above every version that is known',
      find: '...known, ',
      replace: '',
    },
    {
      id: 'above-the-clock',
      rules: ['P2'],
      what: 'a new log begins above the clock: nobody used these versions',
      find: ', Math.floor(now)',
      replace: '',
    },
    {
      id: 'whole-versions',
      rules: ['P1'],
      what: 'versions are whole numbers, also where the clock is finer',
      find: 'Math.floor(now)',
      replace: 'now',
    },
    {
      id: 'positive-versions',
      rules: ['P1'],
      what: 'versions are positive, also where the clock is wrong',
      find: 'Math.max(0, ',
      replace: 'Math.max(',
    },
    {
      id: 'room-above',
      rules: ['P2'],
      what: 'damage that looks like a huge version is not believed',
      find: ' && Number(value) <= highestVersion',
      replace: '',
    },
    {
      id: 'versions-are-numbers',
      rules: ['P2'],
      what: 'damage that is no version is not believed',
      find: 'Number.isSafeInteger(value) && ',
      replace: '',
    },
    {
      id: 'logs-have-names',
      rules: ['P1'],
      what: 'no two logs have one name',
      find: "randomBytes(9).toString('base64url')",
      replace: "Buffer.alloc(9).toString('base64url')",
    },
    {
      id: 'list-goes-on',
      what: 'a log that goes on from a list has its checksum',
      find: 'content?.checksum ?? emptyChecksum',
      replace: 'emptyChecksum',
    },
  ],
)

export const historyAndBeginGuards = [...historyGuards, ...beginGuards]

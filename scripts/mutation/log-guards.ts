import { guardsOf } from './guard.ts'

// How a revision is appended and told, whatever the log is kept in.

const contract = 'server/log/memory-revision-log.test.ts'

const localGuards = guardsOf(
  'server/log/local-revision-log.ts',
  [contract, 'server/log/local-revision-log.test.ts'],
  [
    {
      id: 'closed-log-refuses',
      what: 'a closed log refuses to append',
      find: "if (closed) throw new LogError('log_closed', 'The log is closed.')\n      if (expectedVersion",
      replace: 'if (expectedVersion',
    },
    {
      id: 'closed-log-tells-no-past',
      what: 'a closed log tells no past',
      find: "if (closed) throw new LogError('log_closed', 'The log is closed.')\n      return parts.past()",
      replace: 'return parts.past()',
    },
    {
      id: 'append-at-the-newest',
      rules: ['L2'],
      what: 'only who knows the newest version may append',
      find: "if (expectedVersion !== state.version) return { kind: 'conflict', state }",
      replace: '',
    },
    {
      id: 'durable-before-current',
      rules: ['P3'],
      what: 'a revision that cannot be stored does not become the current one',
      find: 'parts.store(revision, after)\n      state = after',
      replace: 'state = after\n      parts.store(revision, after)',
    },
    {
      id: 'durable-before-history',
      rules: ['P3'],
      what: 'a revision that cannot be stored is told to nobody who asks',
      find: 'parts.store(revision, after)\n      state = after\n      history = remember(history, revision)',
      replace: 'history = remember(history, revision)\n      parts.store(revision, after)\n      state = after',
    },
    {
      id: 'durable-before-told',
      rules: ['P3'],
      what: 'nobody hears of a revision before it is stored',
      find: `parts.store(revision, after)
      state = after
      history = remember(history, revision)
      subscribers.announce(revision, after)`,
      replace: `subscribers.announce(revision, after)
      parts.store(revision, after)
      state = after
      history = remember(history, revision)`,
    },
    {
      id: 'current-before-told',
      rules: ['P3'],
      what: 'who hears of a revision finds it the current one',
      find: `state = after
      history = remember(history, revision)
      subscribers.announce(revision, after)`,
      replace: `subscribers.announce(revision, after)
      state = after
      history = remember(history, revision)`,
    },
    {
      id: 'revisions-are-remembered',
      rules: ['P9'],
      what: 'a revision is remembered for those who missed it',
      find: 'history = remember(history, revision)',
      replace: '',
    },
  ],
)

const revisionGuards = guardsOf(
  'server/log/next-revision.ts',
  [contract],
  [
    {
      id: 'versions-rise-by-one',
      rules: ['P1', 'L1'],
      what: 'the next version is one more',
      find: 'state.version + 1',
      replace: 'state.version + 2',
    },
    {
      id: 'real-changes',
      rules: ['P1'],
      what: 'a revision says what really changed, whatever the draft says',
      find: 'diffDrivers(state.drivers, applyChanges(state.drivers, draft.changes))',
      replace: 'draft.changes',
    },
    {
      id: 'checksum-follows',
      rules: ['P10'],
      what: 'the checksum follows the changes',
      find: 'checksum: checksumAfter(state.checksum, state.drivers, changes)',
      replace: 'checksum: state.checksum',
    },
    {
      id: 'event-goes-on',
      what: 'a revision without an event leaves the event',
      find: 'event: event ?? state.event',
      replace: 'event',
    },
  ],
)

const subscriberGuards = guardsOf(
  'server/log/subscribers.ts',
  [contract],
  [
    {
      id: 'one-revision-at-a-time',
      rules: ['L3'],
      what: 'all have heard one revision before anybody hears the next',
      find: 'if (announcing) return',
      replace: '',
    },
    {
      id: 'told-in-order',
      rules: ['L3'],
      what: 'revisions are told in their order',
      find: 'for (let next = waiting.shift(); next; next = waiting.shift()) next()',
      replace: 'for (let next = waiting.pop(); next; next = waiting.pop()) next()',
    },
    {
      id: 'who-left-hears-nothing',
      rules: ['L3'],
      what: 'who left meanwhile hears nothing more',
      find: 'if (listeners.has(entry)) tell(',
      replace: 'tell(',
    },
    {
      id: 'bad-listener',
      rules: ['L3'],
      what: 'a listener that throws breaks nothing',
      find: '  try {\n    listener(revision, state)\n  } catch (error) {',
      replace: '  listener(revision, state)\n  try {\n  } catch (error) {',
    },
    {
      id: 'listener-twice',
      rules: ['L3'],
      what: 'one function that subscribes twice hears twice',
      find: 'const entry = { listener }',
      replace: 'const entry = [...listeners].find((one) => one.listener === listener) ?? { listener }',
    },
  ],
)

export const logGuards = [...localGuards, ...revisionGuards, ...subscriberGuards]

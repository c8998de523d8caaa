import { guardsOf } from './guard.ts'

// What is held before it is published.

export const guardGuards = guardsOf(
  'server/publisher/guard.ts',
  ['server/publisher/guard.test.ts'],
  [
    {
      id: 'first-list-settles',
      what: 'a first list waits until its files are not written any more',
      find: "after.size > 0 && now - writtenAt < settleTime ? 'just_written' : undefined",
      replace: 'undefined',
    },
    {
      id: 'first-list-goes-out',
      what: 'a first list does not wait for a program that never pauses',
      find: 'Math.min(writtenAt + settleTime, since + guardTime)',
      replace: 'writtenAt + settleTime',
    },
    {
      id: 'empty-list-waits',
      what: 'an empty list waits for a person',
      find: "if (after.size === 0) return 'all_lost'",
      replace: '',
    },
    {
      id: 'all-others-are-held',
      what: 'a list of other people is held, also of a few',
      find: "if (lost.length === before.size) return 'many_lost'",
      replace: '',
    },
    {
      id: 'many-drivers',
      what: 'a few who go home are not many, also of a short list',
      find: 'lost.length > manyDrivers && lost.length > before.size * manyShare',
      replace: 'lost.length > before.size * manyShare',
    },
    {
      id: 'many-share',
      what: 'a small share who go home are not many, also of a long list',
      find: 'lost.length > manyDrivers && lost.length > before.size * manyShare',
      replace: 'lost.length > manyDrivers',
    },
    {
      id: 'many-are-held',
      what: 'a list that lost many is held longer',
      find: "if (lost.length > manyDrivers && lost.length > before.size * manyShare) return 'many_lost'",
      replace: '',
    },
    {
      id: 'cut-off-is-held',
      what: 'a file that may be cut off is held',
      find: "if (cutOff.length > 0) return 'maybe_half_written'",
      replace: '',
    },
    {
      id: 'losses-settle',
      what: 'a list that lost anybody has to stand for a moment',
      find: "return lost.length > 0 ? 'some_lost' : undefined",
      replace: 'return undefined',
    },
    {
      id: 'another-loss-begins-anew',
      what: 'the time begins anew when others are lost',
      find: 'hold?.id === id ? Math.min(hold.since, now) : now',
      replace: 'hold ? Math.min(hold.since, now) : now',
    },
    {
      id: 'hold-of-a-clock-set-back',
      what: 'a clock that was set back does not make a list wait for hours',
      find: 'Math.min(hold.since, now)',
      replace: 'hold.since',
    },
    {
      id: 'held-list-goes-out',
      what: 'what is held goes out when its time is over',
      find: 'if (until !== undefined && now >= until) return undefined',
      replace: '',
    },
    {
      id: 'released-is-what-was-seen',
      what: 'a person lets go what they saw, and nothing else',
      find: 'if (id === released) return undefined',
      replace: 'if (released) return undefined',
    },
    {
      id: 'release-lets-go',
      what: 'what a person let go goes out',
      find: 'if (id === released) return undefined',
      replace: '',
    },
    {
      id: 'hold-names-its-files',
      what: 'another file that is cut off is another hold',
      find: "...lost, '', ...candidate.cutOff",
      replace: '...lost',
    },
  ],
)

import { guardsOf } from './guard.ts'

// What passes come to, and what people are told of them.

const publisher = 'server/publisher/publisher.test.ts'
const passes = 'server/publisher/publisher-passes.test.ts'

export const publisherGuards = guardsOf(
  'server/publisher/publisher.ts',
  [passes, publisher],
  [
    {
      id: 'ended-render-read-nothing',
      what: 'a rendering that had to be ended leaves what is known of the files',
      find: "return { list: { kind: 'rejected', problem }, event: undefined, files }",
      replace: "return { list: { kind: 'rejected', problem }, event: undefined, files: [] }",
    },
    {
      id: 'nothing-read-nothing-new',
      what: 'a pass that read no file leaves what is known of the files',
      find: 'files: result.files.length > 0 ? result.files : files',
      replace: 'files: result.files',
    },
    {
      id: 'clock-that-is-ahead',
      what: 'a file from a clock that is ahead is as old as its change',
      find: 'Math.max(0, Math.min(newest, now))',
      replace: 'newest',
    },
    {
      id: 'age-goes-on',
      what: 'a file from a clock that is ahead gets older',
      find: 'if (newest === undefined || newest === newestOf(before.files)) return',
      replace: 'if (newest === undefined) return',
    },
    {
      id: 'nothing-lies-ahead',
      what: 'after a clock was set back no time lies ahead of it',
      find: 'time === undefined ? time : Math.min(time, now)',
      replace: 'time',
      tests: ['server/publisher/clock.test.ts'],
    },
    {
      id: 'half-a-save-is-no-trouble',
      what: 'a save that was seen half-way is no trouble',
      find: '(shown || now() - failingSince >= patience)',
      replace: 'true',
    },
    {
      id: 'trouble-from-the-start-shows',
      what: 'trouble that is there from the start shows at once',
      find: 'before.last_pass === undefined || before.problems.length > 0',
      replace: 'before.problems.length > 0',
    },
    {
      id: 'trouble-that-shows-goes-on',
      what: 'trouble that shows goes on to, also when the clock is set back',
      find: 'before.last_pass === undefined || before.problems.length > 0',
      replace: 'before.last_pass === undefined',
      tests: ['server/publisher/clock.test.ts'],
    },
    {
      id: 'trouble-has-a-beginning',
      what: 'trouble lasts from when it began',
      find: '? notAfter(began, failingSince ?? began) : undefined',
      replace: '? began : undefined',
    },
    {
      id: 'unusable-shows-as-stalled',
      rules: ['P8'],
      what: 'browsers are told when the files cannot be used',
      find: "(problems.length > 0 && outcome.kind === 'rejected') || ",
      replace: '',
    },
    {
      id: 'held-shows-as-stalled',
      rules: ['P8'],
      what: 'browsers are told when a doubtful list is held',
      find: "outcome.kind === 'rejected') || doubtful",
      replace: "outcome.kind === 'rejected')",
    },
    {
      id: 'settling-is-not-stalled',
      what: 'a loss that settles is no doubt',
      find: "held && held.reason !== 'some_lost' && held.reason !== 'just_written'",
      replace: "held && held.reason !== 'just_written'",
    },
    {
      id: 'first-list-is-not-stalled',
      what: 'a first list that settles is no doubt',
      find: "held && held.reason !== 'some_lost' && held.reason !== 'just_written'",
      replace: "held && held.reason !== 'some_lost'",
    },
    {
      id: 'start-waits-for-the-first-list',
      what: 'the start waits for a first list that was just written',
      find: "held?.reason === 'just_written'; held = state.held)",
      replace: 'held === null; held = state.held)',
    },
    {
      id: 'passes-that-stopped-show',
      rules: ['P8'],
      what: 'browsers are told when nobody looks at the files any more',
      find: 'state.stalled_since ?? stuckSince',
      replace: 'state.stalled_since',
    },
    {
      id: 'unusable-is-read-again',
      what: 'a file that cannot be used is read again soon, without a hint',
      find: 'now - failingSince < retryTime ? retryDelay : undefined',
      replace: 'undefined',
    },
    {
      id: 'held-is-looked-at-in-time',
      what: 'what is held goes out in time, without a hint',
      find: 'held?.until === undefined ? undefined : Math.max(0, held.until - now)',
      replace: 'undefined',
    },
    {
      id: 'release-of-what-is-held',
      what: 'only a list that is held can be released',
      find: "if (result !== 'releasing') return result",
      replace: '',
    },
    {
      id: 'release-looks-at-once',
      what: 'a release is followed by a pass',
      find: 'is released by an admin`)\n      await schedule.now()',
      replace: 'is released by an admin`)',
    },
    {
      id: 'release-says-when-not',
      what: 'a release that files prevent says so',
      find: "state.held?.id === id ? 'not_yet' : 'released'",
      replace: "'released'",
    },
  ],
)

import { guardsOf } from './guard.ts'

// The browser's socket, clock and dice.

const file = 'lib/live-client.ts'

const messagesGuards = guardsOf(
  file,
  ['server/live/live-client-messages.test.ts'],
  [
    {
      id: 'check-names-the-log',
      rules: ['P2', 'P9'],
      what: 'a check says of which log its version is',
      find: '...(log === undefined ? {} : { log }), catch_up: true',
      replace: 'catch_up: true',
    },
    {
      id: 'unreadable-is-noticed',
      what: 'a list that cannot be read leaves a hole, and is asked for',
      find: "if (isListAction(payload)) handle({ kind: 'unreadable' }, heard)",
      replace: '',
    },
    {
      id: 'unknown-is-passed-over',
      what: 'an event of a newer protocol is passed over',
      find: 'if (isListAction(payload)) handle(',
      replace: 'handle(',
    },
    {
      id: 'problem-is-no-list',
      what: 'a problem says nothing about the list',
      find: "else if (message.data.action !== 'problem') {",
      replace: 'else {',
    },
  ],
)

const diceGuards = guardsOf(
  file,
  ['server/live/live-client-dice.test.ts'],
  [
    {
      id: 'gaps-are-spread',
      rules: ['P5'],
      what: 'who has a gap waits at random before it asks',
      find: 'Math.random() * gapSpread * 2 ** Math.min(unreadable + sync.divergences, 6)',
      replace: '0',
    },
    {
      id: 'unreadable-asks-rarely',
      what: 'answers that cannot be read are asked for more and more rarely',
      find: 'Math.random() * gapSpread * 2 ** Math.min(unreadable + sync.divergences, 6)',
      replace: 'Math.random() * gapSpread',
    },
    {
      id: 'reconnects-are-spread',
      rules: ['P14'],
      what: 'reconnecting waits at random',
      find: 'Math.random() * cap',
      replace: '0',
    },
    {
      id: 'reconnects-get-rarer',
      rules: ['P14'],
      what: 'reconnecting waits longer each time',
      find: 'attempts += 1',
      replace: '',
    },
    {
      id: 'reconnects-have-a-cap',
      rules: ['P14'],
      what: 'reconnecting never waits for more than 20 s',
      find: 'Math.min(lastReconnectCap, firstReconnectCap * 2 ** attempts)',
      replace: 'firstReconnectCap * 2 ** attempts',
    },
    {
      id: 'woke-tries-soon',
      rules: ['P14'],
      what: 'after a wake-up the waits are short again',
      find: "attempts = 0\n    handle({ kind: 'woke'",
      replace: "handle({ kind: 'woke'",
    },
    {
      id: 'live-forgets-attempts',
      rules: ['P14'],
      what: 'who was live again begins with short waits',
      find: 'attempts = 0\n      unreadable = 0',
      replace: 'unreadable = 0',
    },
  ],
)

const clockGuards = guardsOf(
  file,
  ['server/live/live-client-clock.test.ts'],
  [
    {
      id: 'silence-is-noticed',
      rules: ['P8'],
      what: 'after 25 s of silence a new connection is opened',
      find: 'else if (now - heardAt > silence) {',
      replace: 'else if (now - heardAt > 1e9) {',
    },
    {
      id: 'new-socket-has-its-time',
      rules: ['P8'],
      what: 'the silence before does not count against a new connection',
      find: 'letGo(socket)\n      heardAt = Date.now()',
      replace: 'letGo(socket)',
    },
    {
      id: 'slow-network-gets-longer',
      rules: ['P8'],
      what: 'a list that takes longer than the silence is let through at the second try',
      find: "if (sync.phase !== 'connecting') silence = longestSilence",
      replace: '',
    },
    {
      id: 'old-socket-is-let-go',
      what: 'the old connection is let go before a new one is opened',
      find: 'clearTimeout(connectTimer)\n      letGo(socket)\n      heardAt = Date.now()',
      replace: 'clearTimeout(connectTimer)\n      heardAt = Date.now()',
    },
    {
      id: 'sleep-is-noticed',
      rules: ['P14'],
      what: 'a machine that slept looks at once',
      find: 'const slept = now - tickedAt > 5 * tick',
      replace: 'const slept = false',
    },
    {
      id: 'woke-while-connecting',
      rules: ['P14'],
      what: 'a wake-up does not wait for a connection that does not open',
      find: "wokeAt - heardAt > (sync.phase === 'connecting' ? limit : sleepLimit)",
      replace: 'wokeAt - heardAt > sleepLimit',
    },
    {
      id: 'woke-and-was-answered',
      rules: ['P14'],
      what: 'a connection that answers after a wake-up is kept',
      find: 'socket === woken && heardAt < wokeAt',
      replace: 'socket === woken',
    },
    {
      id: 'opened-is-heard',
      rules: ['P8'],
      what: 'a connection that took long to open has its time for the answer',
      find: "heardAt = Date.now()\n      handle({ kind: 'opened' })",
      replace: "handle({ kind: 'opened' })",
    },
    {
      id: 'sleeping-page-says-so',
      what: 'a page that is put away lets its connection go',
      find: "letGo(socket)\n      handle({ kind: 'closed' })",
      replace: "handle({ kind: 'closed' })",
    },
    {
      id: 'stopped-stays-stopped',
      what: 'a client that was stopped opens no new connection',
      find: 'clearTimeout(checkTimer)\n      clearTimeout(connectTimer)',
      replace: 'clearTimeout(checkTimer)',
    },
  ],
)

const clientGuards = guardsOf(
  file,
  ['server/live/live-client.test.ts'],
  [
    {
      id: 'divergences-are-told',
      rules: ['P10'],
      what: 'the server is told of divergences',
      find: 'sync.unreported > 0 ?',
      replace: 'sync.unreported > 1e9 ?',
    },
    {
      id: 'woke-without-answer',
      rules: ['P14'],
      what: 'a connection that does not answer after a wake-up is given up',
      find: "if (socket === woken && heardAt < wokeAt) handle({ kind: 'silence' })",
      replace: '',
    },
  ],
)

export const liveClientGuards = [...messagesGuards, ...diceGuards, ...clockGuards, ...clientGuards]

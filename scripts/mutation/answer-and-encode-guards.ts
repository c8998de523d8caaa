import { guardsOf } from './guard.ts'

// What browsers are told.

const answers = 'server/live/answers.test.ts'

const answerGuards = guardsOf(
  'server/live/answers.ts',
  [answers],
  [
    {
      id: 'old-answers-are-forgotten',
      rules: ['P9'],
      what: 'what was answered before is forgotten when the list moves on',
      find: 'if (state !== newest) updates.clear()',
      replace: '',
    },
    {
      id: 'answers-of-this-log',
      rules: ['P2', 'P9'],
      what: 'what one log answered is not told to a reader of another',
      find: 'check.catch_up && check.log === state.log ?',
      replace: 'check.catch_up ?',
    },
    {
      id: 'bare-clients-get-everything',
      rules: ['P9'],
      what: 'who does not ask for changes since its version is sent the list',
      find: 'check.catch_up && isSmaller(revision, current)',
      replace: 'isSmaller(revision, current)',
    },
    {
      id: 'bare-clients-get-no-known-changes',
      rules: ['P9'],
      what: 'nor is it sent changes that somebody else asked for',
      find: 'check.catch_up && check.log === state.log ?',
      replace: 'check.log === state.log ?',
    },
    {
      id: 'shorter-answer',
      rules: ['P9'],
      what: 'the list is sent where it is shorter than the changes',
      find: 'check.catch_up && isSmaller(revision, current)',
      replace: 'check.catch_up',
    },
  ],
)

const encodeGuards = guardsOf(
  'server/live/encode-once.ts',
  [answers],
  [
    {
      id: 'encoded-once',
      rules: ['P9'],
      what: 'a message that goes to many is encoded once',
      find: 'if (known && known.nsp === packet.nsp) return known.packets',
      replace: '',
    },
    {
      id: 'encoded-for-its-namespace',
      rules: ['P9'],
      what: 'what was encoded for one namespace is not sent on another',
      find: 'known && known.nsp === packet.nsp',
      replace: 'known',
    },
    {
      id: 'acknowledged-are-encoded-anew',
      what: 'a message with a number of its own is encoded for itself',
      find: ' && packet.id === undefined',
      replace: '',
    },
    {
      id: 'events-only-are-shared',
      what: 'only what is one event with one message is shared',
      find: ' && packet.data.length === 2',
      replace: '',
    },
  ],
)

export const answerAndEncodeGuards = [...answerGuards, ...encodeGuards]

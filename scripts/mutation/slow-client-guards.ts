import { guardsOf } from './guard.ts'

// Clients that cannot keep up.

const slow = 'server/live/slow-sockets.test.ts'

const slowGuards = guardsOf(
  'server/live/slow-sockets.ts',
  [slow],
  [
    {
      id: 'slow-are-left-out',
      rules: ['P12'],
      what: 'who cannot keep up is sent nothing more',
      find: 'namespace.except(room)',
      replace: 'namespace',
    },
    {
      id: 'slow-are-noticed',
      rules: ['P12'],
      what: 'it is noticed who cannot keep up',
      find: 'if (!owed.has(socket) && isBackedUp(socket)) owe(socket, {',
      replace: 'if (owed.size < 0) owe(socket, {',
    },
    {
      id: 'owed-since-the-first',
      rules: ['P12'],
      what: 'who was left out is owed everything since the first time',
      find: 'if (!owed.has(socket) && isBackedUp(socket)) owe(socket, {',
      replace: 'if (isBackedUp(socket)) owe(socket, {',
    },
    {
      id: 'quick-are-not-left-out',
      rules: ['P12'],
      what: 'who keeps up is not left out',
      find: 'if (!owed.has(socket) && isBackedUp(socket)) owe(socket, {',
      replace: 'if (!owed.has(socket)) owe(socket, {',
    },
    {
      id: 'owed-as-they-ask',
      rules: ['P9', 'P12'],
      what: 'who does not know the extras is owed the list',
      find: 'catch_up: socket.data.catchesUp === true',
      replace: 'catch_up: true',
    },
    {
      id: 'slow-are-asked-to-wait',
      rules: ['P12'],
      what: 'who cannot keep up and asks is answered later',
      find: 'if (!owed.has(socket) && !isBackedUp(socket)) return false',
      replace: 'return false',
    },
    {
      id: 'owed-are-asked-to-wait',
      rules: ['P12'],
      what: 'who is owed an answer and asks again gets one answer',
      find: 'if (!owed.has(socket) && !isBackedUp(socket)) return false',
      replace: 'if (!isBackedUp(socket)) return false',
    },
    {
      id: 'backed-up-are-asked-to-wait',
      rules: ['P12'],
      what: 'who is not left out yet and has too much queued is answered later',
      find: 'if (!owed.has(socket) && !isBackedUp(socket)) return false',
      replace: 'if (!owed.has(socket)) return false',
    },
    {
      id: 'asked-again-meanwhile',
      rules: ['P12'],
      what: 'who asked again while the answer was made is answered that',
      find: 'if (owed.get(socket) !== asked) return false',
      replace: '',
    },
    {
      id: 'settled-hears-again',
      rules: ['P12'],
      what: 'who was answered hears everything again',
      find: 'void socket.leave(room)',
      replace: '',
    },
    {
      id: 'gone-is-owed-nothing',
      rules: ['P12'],
      what: 'who is gone is owed nothing',
      find: 'callOff()\n      owed.delete(socket)',
      replace: 'callOff()',
    },
  ],
)

const backlogGuards = guardsOf(
  'server/live/backlog.ts',
  ['server/live/backlog.test.ts', slow],
  [
    {
      id: 'many-messages',
      rules: ['P12'],
      what: 'who has many messages queued cannot keep up',
      find: 'messages >= mostMessages || ',
      replace: '',
    },
    {
      id: 'many-bytes',
      rules: ['P12'],
      what: 'who has many bytes queued cannot keep up',
      find: ' || bytes > mostBytes',
      replace: '',
    },
    {
      id: 'bytes-in-the-socket',
      rules: ['P12'],
      what: 'what the network has not taken from the socket counts',
      find: 'queued + (transport.socket?.bufferedAmount ?? 0)',
      replace: 'queued',
    },
    {
      id: 'bytes-in-the-queue',
      rules: ['P12'],
      what: 'what waits for the socket counts',
      find: 'queued + (transport.socket?.bufferedAmount ?? 0)',
      replace: 'transport.socket?.bufferedAmount ?? 0',
    },
    {
      id: 'taken-is-taken',
      rules: ['P12'],
      what: 'nobody is answered before they have taken what is queued',
      find: 'if (isBackedUp(socket)) return\n    stop()',
      replace: 'stop()',
    },
    {
      id: 'taken-once',
      rules: ['P12'],
      what: 'it is said once that somebody took what was queued',
      find: 'if (isBackedUp(socket)) return\n    stop()',
      replace: 'if (isBackedUp(socket)) return',
    },
    {
      id: 'transport-that-changes',
      rules: ['P12'],
      what: 'it is noticed also when the client changed its transport meanwhile',
      find: "connection.on('upgrade', follow)",
      replace: '',
    },
  ],
)

export const slowClientGuards = [...slowGuards, ...backlogGuards]

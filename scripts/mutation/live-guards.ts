import { guardsOf } from './guard.ts'

// What browsers may ask, and what the namespace sees to.

const namespace = 'server/live/namespace.test.ts'
const slow = 'server/live/slow-sockets.test.ts'

const limitGuards = guardsOf(
  'server/live/limits.ts',
  ['server/live/limits.test.ts', namespace],
  [
    {
      id: 'answers-are-earned',
      rules: ['P11'],
      what: 'who asks too often waits',
      find: 'if (timer === undefined && allowance >= 1) {',
      replace: 'if (timer === undefined) {',
    },
    {
      id: 'nobody-jumps-the-queue',
      rules: ['P11'],
      what: 'a new question does not overtake the one that waits',
      find: 'if (timer === undefined && allowance >= 1) {',
      replace: 'if (allowance >= 1) {',
    },
    {
      id: 'allowance-is-bounded',
      rules: ['P11'],
      what: 'who was quiet for long may not ask more at once',
      find: 'Math.min(burst, allowance + (now - countedAt) / interval)',
      replace: 'allowance + (now - countedAt) / interval',
    },
    {
      id: 'postponed-is-answered',
      rules: ['P11'],
      what: 'what comes too early is answered later',
      find: 'if (request !== undefined) ask(request)',
      replace: '',
    },
    {
      id: 'newest-question-counts',
      rules: ['P11'],
      what: 'of what comes too early the newest is answered',
      find: 'waiting = { request }\n    postponed',
      replace: 'waiting ??= { request }\n    postponed',
    },
    {
      id: 'only-asking-is-too-many',
      rules: ['P11'],
      what: 'who does nothing but ask is let go',
      find: 'if (postponed > maximumPostponed) tooMany()',
      replace: '',
    },
    {
      id: 'answered-is-not-too-many',
      rules: ['P11'],
      what: 'who asks often for hours is not let go for that',
      find: 'postponed = 0\n      answer(request)',
      replace: 'answer(request)',
    },
    {
      id: 'gone-is-not-answered',
      what: 'who is gone is not answered any more',
      find: 'stop: () => clearTimeout(timer)',
      replace: 'stop: () => {}',
    },
  ],
)

const namespaceGuards = guardsOf(
  'server/live/namespace.ts',
  [namespace],
  [
    {
      id: 'answer-is-the-newest',
      rules: ['P12'],
      what: 'an answer that a revision overtook is made anew',
      find: 'while (version !== log.current().version) ({ version, message } = await answers(check))',
      replace: '',
      tests: [namespace, slow],
    },
    {
      id: 'answer-to-the-last-question',
      rules: ['P12'],
      what: 'who asked again meanwhile is not answered twice',
      find: 'if (!join()) return',
      replace: 'join()',
      tests: [slow],
    },
    {
      id: 'newest-is-confirmed',
      rules: ['P8'],
      what: 'who is up to date is told so',
      find: "if (check.catch_up) socket.emit('current_version', newestVersion())",
      replace: '',
    },
    {
      id: 'bare-clients-are-not-told',
      what: 'who does not know the extras is not sent them behind an answer',
      find: "if (check.catch_up) socket.emit('current_version', newestVersion())",
      replace: "socket.emit('current_version', newestVersion())",
    },
    {
      id: 'failed-may-come-back',
      rules: ['P13'],
      what: 'who cannot be answered comes back by itself',
      find: "could not be answered')\n    socket.conn.close()",
      replace: "could not be answered')\n    socket.disconnect()",
    },
    {
      id: 'failed-is-let-go',
      rules: ['P13'],
      what: 'who cannot be answered is let go',
      find: "could not be answered')\n    socket.conn.close()",
      replace: "could not be answered')",
    },
    {
      id: 'slow-are-answered-later',
      rules: ['P12'],
      what: 'who cannot keep up is answered later',
      find: 'if (!slow.postpone(socket, check)) answer',
      replace: 'answer',
      tests: [slow],
    },
    {
      id: 'owed-from-before',
      rules: ['P12'],
      what: 'who is left out of a revision is owed that revision, too',
      find: 'version: revision.version - 1 }',
      replace: 'version: revision.version }',
      tests: [slow],
    },
    {
      id: 'slow-hear-no-heartbeat',
      rules: ['P12'],
      what: 'who cannot keep up is not sent heartbeats, either',
      find: "slow.others().emit('current_version', newestVersion())",
      replace: "namespace.emit('current_version', newestVersion())",
      tests: [slow],
    },
    {
      id: 'heartbeat',
      rules: ['P8'],
      what: 'all are told the newest version every 10 s',
      find: 'setInterval(sayVersion, heartbeatInterval)',
      replace: 'setInterval(() => {}, heartbeatInterval)',
    },
    {
      id: 'one-connection-joins-once',
      rules: ['P11'],
      what: 'one connection joins once',
      find: "next(new Error('already_connected'))\n      return",
      replace: '',
    },
    {
      id: 'who-left-may-join-again',
      what: 'a connection that left may join again',
      find: "socket.on('disconnect', () => joined.delete(socket.conn))",
      replace: '',
    },
    {
      id: 'nonsense-is-refused',
      rules: ['P11'],
      what: 'a message that cannot be read changes nothing',
      find: 'if (check.success) checks.ask(check.data.data)\n    else refuse(',
      replace: 'if (check.success) checks.ask(check.data.data)\n    else if (action === "") refuse(',
    },
    {
      id: 'other-events-are-refused',
      rules: ['P11'],
      what: 'an event that a browser does not send is refused',
      find: "if (action !== 'version_check') {",
      replace: 'if (action === undefined) {',
    },
    {
      id: 'much-nonsense-is-let-go',
      rules: ['P11'],
      what: 'the tenth message that cannot be read closes the connection',
      find: 'if (malformed >= maximumMalformed) socket.conn.close()',
      replace: '',
    },
    {
      id: 'divergences-are-counted',
      rules: ['P10'],
      what: 'what browsers tell of divergences is counted',
      find: 'parts.onDivergences(check.divergences ?? 0)',
      replace: '',
      tests: ['server/live/live-client.test.ts'],
    },
    {
      id: 'namespace-stops',
      what: 'after the end nothing is said any more',
      find: 'clearInterval(heartbeat)\n      unsubscribe()',
      replace: 'clearInterval(heartbeat)',
    },
  ],
)

export const liveGuards = [...limitGuards, ...namespaceGuards]

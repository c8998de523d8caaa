import { guardsOf } from './guard.ts'

// How far one list goes.

const publisher = 'server/publisher/publisher.test.ts'
const publish = 'server/publisher/publish.test.ts'

export const publishGuards = guardsOf(
  'server/publisher/publish.ts',
  [publish, publisher],
  [
    {
      id: 'held-is-not-published',
      what: 'what is held is not published',
      find: "held ? { kind: 'held', hold: held } : await append(drivers, event, sourceAt)",
      replace: 'await append(drivers, event, sourceAt)',
    },
    {
      id: 'unusable-is-not-published',
      what: 'what cannot be used is not published',
      find: "    if (parsed.kind === 'rejected') {\n      await appendEventAlone(event, sourceAt)\n      return parsed\n    }",
      replace: "    if (parsed.kind === 'rejected') return append(new Map(), event, sourceAt)",
    },
    {
      id: 'unusable-list-usable-event',
      what: 'the event is published also while the list cannot be used',
      find: 'await appendEventAlone(event, sourceAt)\n      return parsed',
      replace: 'return parsed',
    },
    {
      id: 'held-list-usable-event',
      what: 'the event is published also while the list is held',
      find: 'if (held) await appendEventAlone(event, sourceAt)',
      replace: '',
    },
    {
      id: 'unusable-event-stays',
      what: 'an event that cannot be read leaves the one before',
      find: "(before.event ?? defaultEvent('Live results'))",
      replace: "defaultEvent('Live results')",
    },
    {
      id: 'same-list-may-be-cut-off',
      what: 'a file without a last newline is no doubt where nothing changed',
      find: 'const cutOff = unchanged ? [] : parsed',
      replace: 'const cutOff = parsed',
    },
    {
      id: 'lost-newline-is-no-ending',
      what: 'a file that lost its last newline just now may be cut off elsewhere the next time',
      find: '!(unchanged && justWritten) || unterminatedShown.has(file)',
      replace: 'true || unterminatedShown.has(file)',
    },
    {
      id: 'usual-endings-are-usual',
      what: 'a file that was shown without a last newline is not held for it again',
      find: '.filter((file) => !unterminatedShown.has(file))',
      replace: '',
    },
    {
      id: 'held-endings-are-not-usual',
      what: 'a file that is held for its ending stays held for it',
      find: 'if (!held) unterminatedShown =',
      replace: 'unterminatedShown =',
    },
    {
      id: 'nothing-new-no-version',
      rules: ['P4'],
      what: 'what changes nothing makes no version',
      find: "if (isUnchanged(changes) && !eventChanged) return { kind: 'unchanged' }",
      replace: '',
    },
    {
      id: 'event-alone-is-new',
      what: 'an event that changed alone makes a version',
      find: "if (isUnchanged(changes) && !eventChanged) return { kind: 'unchanged' }",
      replace: "if (isUnchanged(changes)) return { kind: 'unchanged' }",
    },
    {
      id: 'conflict-is-reckoned-anew',
      rules: ['L2'],
      what: 'when somebody else wrote meanwhile, the changes are reckoned from there',
      find: "if (result.kind === 'conflict') return append(drivers, event, sourceAt)",
      replace: "if (result.kind === 'conflict') return { kind: 'unchanged' }",
    },
    {
      id: 'unwritable-log-shows',
      rules: ['P3'],
      what: 'a list that cannot be stored is a problem that shows, and is tried again',
      find: "return { kind: 'rejected', problem: logProblem(error) }",
      replace: "return { kind: 'unchanged' }",
    },
    {
      id: 'our-mistakes-show',
      what: 'a mistake of ours shows, and does not end the publishing',
      find: 'await publish(list, event, sourceAt).catch(unexpected)',
      replace: 'await publish(list, event, sourceAt)',
    },
    {
      id: 'sudden-loss-stays-sudden',
      what: 'a sudden loss goes on being one while files are half-written now and then',
      find: "else if (outcome.kind !== 'rejected' || !isSudden(hold)) hold = undefined",
      replace: 'else hold = undefined',
    },
    {
      id: 'other-losses-settle-anew',
      what: 'any other loss begins anew after a file that cannot be used',
      find: "else if (outcome.kind !== 'rejected' || !isSudden(hold)) hold = undefined",
      replace: "else if (outcome.kind !== 'rejected') hold = undefined",
    },
    {
      id: 'release-is-spent',
      what: 'what was let go is held again when it comes back later',
      find: "if (outcome.kind !== 'rejected') released = undefined",
      replace: '',
    },
    {
      id: 'release-waits-for-good-files',
      what: 'what was let go goes out once the files can be read again',
      find: "if (outcome.kind !== 'rejected') released = undefined",
      replace: 'released = undefined',
    },
    {
      id: 'release-of-this-hold',
      what: 'a person who saw another list is told so',
      find: "if (hold.id !== id) return 'changed'",
      replace: '',
    },
    {
      id: 'totals-stay-here',
      what: 'what a template gave for checking only does not go to browsers',
      find: 'const listed = withoutPublishedTotals(parsed.drivers)',
      replace: 'const listed = parsed.drivers',
    },
  ],
)

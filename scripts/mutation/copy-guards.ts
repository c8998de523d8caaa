import { guardsOf } from './guard.ts'

// The browser's copy, what changes a list, and its checksum.

const laws = 'lib/laws.test.ts'

const replicaGuards = guardsOf(
  'lib/replica.ts',
  ['lib/replica.test.ts'],
  [
    {
      id: 'older-list',
      rules: ['P6'],
      what: 'an older list of the same log is not taken',
      find: 'if (data.log === replica.log && data.version < replica.version) return replica',
      replace: '',
    },
    {
      id: 'list-of-another-log',
      rules: ['P6'],
      what: 'a list of another log is taken whatever its version',
      find: 'data.log === replica.log && data.version < replica.version',
      replace: 'data.version < replica.version',
    },
    {
      id: 'list-of-the-same-version',
      rules: ['P6', 'P10'],
      what: 'a list of the same version is taken: it heals a wrong copy',
      find: 'data.version < replica.version) return replica',
      replace: 'data.version <= replica.version) return replica',
    },
    {
      id: 'event-with-a-list',
      what: 'a list without an event leaves the event',
      find: 'event: data.event ?? (data.log === replica.log ? replica.event : undefined),',
      replace: 'event: data.event,',
    },
    {
      id: 'changes-of-nothing',
      rules: ['P5'],
      what: 'who has nothing takes no changes',
      find: 'replica.version === 0 || replica.log !== data.log',
      replace: 'replica.log !== data.log',
    },
    {
      id: 'changes-of-another-log',
      rules: ['P5'],
      what: 'changes of another log are a gap',
      find: 'replica.version === 0 || replica.log !== data.log',
      replace: 'replica.version === 0',
    },
    {
      id: 'late-changes',
      rules: ['P5'],
      what: 'late or repeated changes are ignored',
      find: 'if (data.version <= replica.version) return replica',
      replace: '',
    },
    {
      id: 'gap',
      rules: ['P5'],
      what: 'changes that begin after what the copy has are a gap',
      find: "if ((data.from ?? data.version - 1) > replica.version) return 'gap'",
      replace: '',
    },
    {
      id: 'changes-without-from',
      rules: ['P5'],
      what: 'without from, changes begin at the version before',
      find: '(data.from ?? data.version - 1)',
      replace: '(data.from ?? 0)',
    },
    {
      id: 'changes-from-before',
      rules: ['P5'],
      what: 'changes that begin before what the copy has are taken',
      find: '(data.from ?? data.version - 1) > replica.version',
      replace: '(data.from ?? data.version - 1) !== replica.version',
      tests: ['lib/replica.test.ts', 'lib/sync.test.ts', laws],
    },
    {
      id: 'event-with-changes',
      what: 'changes without an event leave the event',
      find: 'drivers: followChanges(replica.drivers, data.drivers),\n    event: data.event ?? replica.event,',
      replace: 'drivers: followChanges(replica.drivers, data.drivers),\n    event: data.event,',
    },
  ],
)

const diffGuards = guardsOf(
  'lib/diff.ts',
  ['lib/diff.test.ts', laws],
  [
    {
      id: 'created-is-said',
      what: 'a driver who was not there is said to be new',
      find: 'if (!old) create.push(name)',
      replace: '',
    },
    {
      id: 'created-is-written',
      what: 'a driver who was not there comes with the whole record',
      find: 'if (!old || !sameDriver(old, driver)) update.push(driver)',
      replace: 'if (old && !sameDriver(old, driver)) update.push(driver)',
    },
    {
      id: 'unchanged-is-not-said',
      what: 'a driver who did not change is not in the changes',
      find: 'if (!old || !sameDriver(old, driver)) update.push(driver)',
      replace: 'update.push(driver)',
    },
    {
      id: 'gone-is-said',
      what: 'a driver who is gone is destroyed',
      find: 'const destroy = [...before.keys()].filter((name) => !after.has(name))',
      replace: 'const destroy: string[] = []',
    },
    {
      id: 'destroy-is-a-change',
      what: 'a set that only destroys is not nothing',
      find: ' && changes.destroy.length === 0',
      replace: '',
    },
    {
      id: 'nothing-changes-nothing',
      what: 'a list to which nothing happened stays the very same',
      find: 'if (isUnchanged(changes)) return drivers',
      replace: '',
    },
    {
      id: 'list-before-stays',
      what: 'the list before the changes stays as it was',
      find: 'const after = new Map(drivers)',
      replace: 'const after = drivers as Map<string, Driver>',
    },
    {
      id: 'gone-is-removed',
      rules: ['P7'],
      what: 'who is destroyed is removed',
      find: 'for (const name of changes.destroy) after.delete(name)',
      replace: '',
    },
    {
      id: 'create-is-no-reset',
      rules: ['P7'],
      what: 'creating a driver who is there leaves the record',
      find: 'if (!after.has(name)) after.set(name, { driver_name: name })',
      replace: 'after.set(name, { driver_name: name })',
    },
    {
      id: 'unchanged-record-stays',
      what: 'a record that says the same stays the very same',
      find: 'if (!old || !sameDriver(old, driver)) after.set(driver.driver_name, driver)',
      replace: 'after.set(driver.driver_name, driver)',
    },
    {
      id: 'squash-first-meeting',
      rules: ['P5'],
      what: 'squashed, a driver is new who was not there before the first of the changes',
      find: 'if (!existedBefore.has(name)) existedBefore.set(name, existed)',
      replace: 'existedBefore.set(name, existed)',
    },
    {
      id: 'squash-forgets-the-gone',
      rules: ['P5'],
      what: 'squashed, who went is not written any more',
      find: 'update.delete(name)',
      replace: '',
    },
    {
      id: 'squash-came-and-went',
      rules: ['P5'],
      what: 'squashed, who came and went is destroyed, since a list in between has them',
      find: 'destroy.add(name)',
      replace: 'if (existedBefore.get(name)) destroy.add(name)',
    },
    {
      id: 'squash-came-back',
      rules: ['P5'],
      what: 'squashed, who came back is not destroyed',
      find: 'destroy.delete(name)',
      replace: '',
    },
    {
      id: 'squash-says-the-new',
      rules: ['P5'],
      what: 'squashed, only who was not there before is said to be new',
      find: '[...update.keys()].filter((name) => existedBefore.get(name) === false)',
      replace: '[...update.keys()]',
    },
  ],
)

const driverListGuards = guardsOf(
  'lib/driver-list.ts',
  ['lib/driver-list.test.ts'],
  [
    {
      id: 'who-leaves-leaves-the-copy',
      rules: ['P7'],
      what: 'names are shared only while nobody leaves',
      find: '!destroy.some(isKnown) && ',
      replace: '',
    },
    {
      id: 'who-is-created-is-in-the-copy',
      rules: ['P7'],
      what: 'names are shared only while nobody comes',
      find: 'create.every(isKnown) && ',
      replace: '',
    },
    {
      id: 'who-is-written-is-in-the-copy',
      rules: ['P7'],
      what: 'a record of somebody unknown comes into the copy',
      find: ' && update.every((one) => isKnown(one.driver_name))',
      replace: '',
    },
    {
      id: 'the-list-before-stays',
      what: 'the list that a copy had before stays as it was',
      find: 'const drivers = this.#drivers.slice()',
      replace: 'const drivers = this.#drivers as Driver[]',
    },
    {
      id: 'same-record-same-object',
      what: 'a record that says the same stays the very same',
      find: ' || sameDriver(known, driver)',
      replace: '',
    },
    {
      id: 'changed-since-that-list',
      what: 'what a list changed is said of the list before it, and of no other',
      find: 'this.#before === list.#identity ? this.#changed : undefined',
      replace: 'this.#changed',
    },
  ],
)

export const copyGuards = [...replicaGuards, ...diffGuards, ...driverListGuards]

import { guardsOf } from './guard.ts'

// The checksum, and the copy that looks at itself.

const laws = 'lib/laws.test.ts'

const checksumGuards = guardsOf(
  'lib/checksum.ts',
  ['lib/checksum.test.ts', laws],
  [
    {
      id: 'canonical-order',
      rules: ['P10'],
      what: 'the order of attributes does not matter',
      find: 'Object.keys(driver).sort()',
      replace: 'Object.keys(driver)',
    },
    {
      id: 'sum-is-bounded',
      rules: ['P10'],
      what: 'the sum of a whole list stays below 2^48',
      find: 'for (const driver of drivers.values()) sum = (sum + hashOf(driver)) % modulus',
      replace: 'for (const driver of drivers.values()) sum = sum + hashOf(driver)',
    },
    {
      id: 'sum-after-is-bounded',
      rules: ['P10'],
      what: 'the sum after changes stays below 2^48',
      find: 'for (const driver of changes.update) sum = (sum + recordHash(driver)) % modulus',
      replace: 'for (const driver of changes.update) sum = sum + recordHash(driver)',
    },
    {
      id: 'sum-is-not-negative',
      rules: ['P10'],
      what: 'the sum after changes is never below 0',
      find: 'sum = (sum + modulus - recordHash(old)) % modulus',
      replace: 'sum = (sum - recordHash(old)) % modulus',
    },
    {
      id: 'old-record-leaves-sum',
      rules: ['P10'],
      what: 'a record that changed leaves the sum as it was before',
      find: '...changes.update.map((driver) => driver.driver_name)',
      replace: '',
    },
    {
      id: 'gone-record-leaves-sum',
      rules: ['P10'],
      what: 'a record that is gone leaves the sum',
      find: '...changes.destroy, ',
      replace: '',
    },
    {
      id: 'unknown-name-costs-nothing',
      rules: ['P7', 'P10'],
      what: 'who was not there takes nothing from the sum',
      find: 'if (old) sum = (sum + modulus - recordHash(old)) % modulus',
      replace: 'sum = (sum + modulus - recordHash(old ?? { driver_name: name })) % modulus',
    },
    {
      id: 'twelve-digits',
      rules: ['P10'],
      what: 'a small sum has twelve digits, too',
      find: ".padStart(12, '0')",
      replace: '',
    },
  ],
)

const selfCheckGuards = guardsOf(
  'lib/self-check.ts',
  ['lib/self-check.test.ts'],
  [
    {
      id: 'check-gives-way',
      rules: ['P10'],
      what: 'a check stops when its time is over',
      find: 'if (isTimeOver()) return undefined',
      replace: '',
    },
    {
      id: 'check-goes-on',
      rules: ['P10'],
      what: 'a check that was stopped goes on where it was',
      find: 'if (hashes.has(driver)) continue',
      replace: '',
    },
    {
      id: 'check-forgets',
      rules: ['P10'],
      what: 'hashes are worked out anew now and then: a record that was changed in its place has its old one',
      find: 'hashes = new WeakMap()',
      replace: '',
    },
  ],
)

const idleSelfCheckGuards = guardsOf(
  'lib/idle-self-check.ts',
  ['lib/idle-self-check.test.ts'],
  [
    {
      id: 'own-hash-compared',
      rules: ['P10'],
      what: "a copy's own hash is compared with the server's",
      find: 'if (formatChecksum(sum) !== replica.hash) onDiffers(replica)',
      replace: '',
    },
    {
      id: 'no-version-no-check',
      rules: ['P10'],
      what: 'a copy that is being replaced is not counted again',
      find: 'replica.version === 0 || replica.hash === undefined',
      replace: 'replica.hash === undefined',
    },
    {
      id: 'no-hash-no-check',
      rules: ['P10'],
      what: 'a copy of a server that says no hash is not wrong',
      find: 'replica.version === 0 || replica.hash === undefined',
      replace: 'replica.version === 0',
    },
    {
      id: 'check-continues-when-idle',
      rules: ['P10'],
      what: 'a list that takes longer than one idle moment is looked at in the next',
      find: 'cancel = whenIdle(look)\n      return',
      replace: 'return',
    },
    {
      id: 'check-forgets-in-time',
      rules: ['P10'],
      what: 'what was worked out is forgotten after a minute',
      find: 'selfCheck.forget()',
      replace: '',
    },
    {
      id: 'check-stops',
      what: 'a page that stopped looks no more',
      find: 'cancel?.()',
      replace: '',
    },
  ],
)

export const checksumAndCheckGuards = [...checksumGuards, ...selfCheckGuards, ...idleSelfCheckGuards]

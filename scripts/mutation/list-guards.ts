import { guardsOf } from './guard.ts'

// What a rendered list must be, and names that stay the same.

const parseGuards = guardsOf(
  'server/publisher/parse.ts',
  ['server/publisher/parse.test.ts'],
  [
    {
      id: 'half-a-list-is-no-list',
      what: 'a line that is no JSON rejects the whole list',
      find: 'if (!value) return { problem: notJson(template, json, index + 1) }',
      replace: 'if (!value) continue',
    },
    {
      id: 'half-an-array-is-no-list',
      what: 'something in an array that is no object rejects the whole list',
      find: 'if (wrong >= 0) return',
      replace: 'if (wrong >= 1e9) return',
    },
    {
      id: 'records-are-objects',
      what: 'a list in the place of a record is none',
      find: "typeof value === 'object' && value !== null && !Array.isArray(value)",
      replace: "typeof value === 'object' && value !== null",
    },
    {
      id: 'so-many-drivers',
      what: 'a template that renders too much is not published',
      find: 'if (records.length > maximumDrivers) {',
      replace: 'if (records.length > 1e9) {',
    },
    {
      id: 'nobody-has-a-name',
      what: 'a template that gives nobody a name empties no list',
      find: 'if (named.length === 0 && records.length > 0) {',
      replace: 'if (records.length < 0) {',
    },
    {
      id: 'empty-list-is-a-list',
      what: 'a template that renders nothing renders an empty list',
      find: 'if (named.length === 0 && records.length > 0) {',
      replace: 'if (named.length === 0) {',
    },
    {
      id: 'names-come-out-unique',
      what: 'no two drivers have one key',
      find: 'const unique = uniqueNames(named)',
      replace: 'const unique: ReturnType<typeof uniqueNames> = { drivers: named, warnings: [] }',
    },
  ],
)

const nameGuards = guardsOf(
  'server/publisher/unique-names.ts',
  ['server/publisher/unique-names.test.ts'],
  [
    {
      id: 'collisions-of-made-up-keys',
      what: 'a made-up key that is another entry’s name is told apart, too',
      find: 'round < 3',
      replace: 'round < 1',
    },
    {
      id: 'numbers-along-the-data',
      what: 'entries of one class and number are counted along their data, not along the list',
      find: 'new Set(group.map(({ driver }) => identity(driver)))].sort()',
      replace: 'new Set(group.map(({ driver }) => identity(driver)))]',
    },
    {
      id: 'one-key-one-entry',
      what: 'entries that nothing tells apart are one',
      find: 'if (first) kept.push(first)',
      replace: 'if (first) kept.push(first, ...others)',
    },
    {
      id: 'most-runs-stay',
      what: 'of entries that nothing tells apart the one with most runs stays',
      find: 'runsOf(b) - runsOf(a) || ',
      replace: '',
    },
    {
      id: 'same-entry-whatever-the-order',
      what: 'of entries with as many runs the same one stays, whatever the order',
      find: 'runsOf(b) - runsOf(a) || (canonicalJson(a) < canonicalJson(b) ? -1 : 1)',
      replace: 'runsOf(b) - runsOf(a)',
    },
    {
      id: 'order-of-the-file',
      what: 'the list keeps the order of the file',
      find: 'kept.sort((a, b) => a.place - b.place).map(withKey)',
      replace: 'kept.map(withKey)',
    },
    {
      id: 'key-is-not-the-name',
      what: 'people read the name, not the key',
      find: ', display_name: driver.display_name ?? driver.driver_name',
      replace: '',
    },
  ],
)

export const listGuards = [...parseGuards, ...nameGuards]

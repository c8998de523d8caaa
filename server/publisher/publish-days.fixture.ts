import fc from 'fast-check'

/**
 * The content of the files: the number of runs of each driver, whether the last newline is missing, the title of the
 * event.
 */
export interface Files {
  readonly kind: 'list'
  readonly runs: Readonly<Record<string, number>>
  readonly unterminated: boolean
  readonly title: string
  /** The age of the file, ms. */
  readonly age: number
}

/** The answer of the log to an append; `conflicts`: another writer changed a driver just before. */
export type LogAnswer = 'appends' | 'fails' | 'conflicts'

export type Happening =
  | {
      readonly kind: 'pass'
      readonly files: Files | { readonly kind: 'unusable'; readonly title: string }
      readonly log: LogAnswer
    }
  /** A bug ends the pass before it reads anything. */
  | { readonly kind: 'bug' }
  /** A person releases the list that is held, or one with another id. */
  | { readonly kind: 'release'; readonly held: boolean }
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'set_back'; readonly milliseconds: number }

const title = fc.constantFrom('Spring', 'Autumn')
const allNames = [...'ABCDEFGHIJKL']

/** Mostly all drivers or nearly all, sometimes few or none. */
const present = fc.oneof(
  { weight: 3, arbitrary: fc.subarray(allNames, { minLength: 10 }) },
  { weight: 2, arbitrary: fc.constant(allNames) },
  { weight: 2, arbitrary: fc.subarray(allNames) },
  { weight: 1, arbitrary: fc.constant([]) },
)

export const files: fc.Arbitrary<Files> = fc.record({
  kind: fc.constant('list' as const),
  runs: fc
    .tuple(present, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 }))
    .map(([names, counts]) => Object.fromEntries(names.map((name, index) => [name, counts[index] ?? 0]))),
  unterminated: fc.boolean(),
  title,
  age: fc.constantFrom(0, 500, 3_600_000),
})

const log = fc.oneof(
  { weight: 6, arbitrary: fc.constant('appends' as const) },
  { weight: 1, arbitrary: fc.constantFrom('fails' as const, 'conflicts' as const) },
)

const time = fc.constantFrom(50, 400, 999, 1000, 5000, 9999, 10_000)

/** Random days. Lists repeat, so that losses last, end and occur again. */
export const happenings: fc.Arbitrary<readonly Happening[]> = fc
  .array(files, { minLength: 1, maxLength: 4 })
  .chain((lists) => {
    const read = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...lists) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('unusable' as const), title }) },
    )
    return fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass' as const), files: read, log }) },
        { weight: 4, arbitrary: fc.record({ kind: fc.constant('time' as const), milliseconds: time }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), held: fc.boolean() }) },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant('set_back' as const),
            milliseconds: fc.constantFrom(300, 10_800_000),
          }),
        },
        { weight: 1, arbitrary: fc.constant({ kind: 'bug' as const }) },
      ),
      { maxLength: 25 },
    )
  })

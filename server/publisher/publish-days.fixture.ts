import fc from 'fast-check'

/** What the files have: how many runs each driver has made, whether the file lacks its last newline, and the event. */
export interface Files {
  readonly kind: 'list'
  readonly runs: Readonly<Record<string, number>>
  readonly unterminated: boolean
  readonly title: string
  /** How long ago the file was written, ms. */
  readonly age: number
}

/** What the log does when it is asked to append; `overtaken` is another writer's change of a driver, just before. */
export type LogMood = 'appends' | 'fails' | 'overtaken'

export type Happening =
  | {
      readonly kind: 'pass'
      readonly files: Files | { readonly kind: 'unusable'; readonly title: string }
      readonly log: LogMood
    }
  /** A bug ends the pass before it has read anything. */
  | { readonly kind: 'bug' }
  /** A person releases the list that is held, or one with another id. */
  | { readonly kind: 'release'; readonly held: boolean }
  | { readonly kind: 'time'; readonly milliseconds: number }
  | { readonly kind: 'set_back'; readonly milliseconds: number }

const title = fc.constantFrom('Spring', 'Autumn')
const everybody = [...'ABCDEFGHIJKL']

/** Mostly nearly everybody, sometimes few or none. */
const present = fc.oneof(
  { weight: 3, arbitrary: fc.subarray(everybody, { minLength: 10 }) },
  { weight: 2, arbitrary: fc.constant(everybody) },
  { weight: 2, arbitrary: fc.subarray(everybody) },
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
  { weight: 1, arbitrary: fc.constantFrom('fails' as const, 'overtaken' as const) },
)

const time = fc.constantFrom(50, 400, 999, 1000, 5000, 9999, 10_000)

/** Random days: lists come back, so that losses stand, end and repeat. */
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

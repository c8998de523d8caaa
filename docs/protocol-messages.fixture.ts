import fc from 'fast-check'

/**
 * Characters of one and of two UTF-16 code units, which count as one each. No blanks, because some texts are trimmed.
 */
const letters = fc.constantFrom(...'aZ09_.+:éß–ज<"🏁𝄞')

const text = (minLength: number, maxLength: number) => fc.string({ unit: letters, minLength, maxLength })
const optional = { requiredKeys: ['driver_name'] } as { readonly requiredKeys: ['driver_name'] }

const run = text(0, 40)
const runs = fc.oneof(fc.array(run), fc.array(fc.array(run), { maxLength: 20 }))
const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const attributes = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/),
  fc.oneof(text(0, 60), number, fc.boolean(), runs),
  { maxKeys: 5 },
)
const known = fc.record(
  {
    driver_name: text(1, 60),
    display_name: text(1, 60),
    class: text(0, 60),
    number: text(0, 60),
    car: text(0, 80),
    group: text(0, 60),
    index_class: text(0, 60),
    published_indexed: text(0, 60),
    runs,
  },
  optional,
)
const driver = fc.tuple(attributes, known).map(([more, named]) => ({ ...more, ...named }))
const drivers = fc.array(driver, { maxLength: 4 })

const raceClass = fc.record(
  {
    code: text(1, 20),
    name: text(1, 200),
    index: fc.double({ min: 0.001, max: 2, noNaN: true }),
    group: text(1, 20),
    counts: fc.boolean(),
  },
  { requiredKeys: ['code'] },
)
const seconds = fc.double({ min: 0, max: 3600, noNaN: true })
const event = fc.record(
  {
    title: text(1, 200),
    date: text(1, 200),
    place: text(1, 200),
    state: fc.constantFrom('unofficial', 'provisional', 'final'),
    scoring: fc.constantFrom('best_run', 'sum_of_best', 'cumulative', 'best_lap', 'laps_then_time'),
    drop_slowest: fc.nat(20),
    required_runs: fc.integer({ min: 1, max: 200 }),
    required_courses: fc.integer({ min: 1, max: 20 }),
    runs_per_entry: fc.integer({ min: 1, max: 200 }),
    penalties: fc.record(
      { cone_seconds: seconds, gate_seconds: seconds, dnf_seconds: seconds, dnf_maximum: seconds },
      { requiredKeys: [] },
    ),
    ties: fc.constantFrom('shared', 'next_best_run'),
    index_applies_to: fc.constantFrom('total', 'raw'),
    index_rounding: fc.constantFrom('truncate', 'round'),
    index_decimals: fc.integer({ min: 4, max: 9 }),
    trophies: fc.oneof(fc.constantFrom('third', 'none'), fc.array(fc.nat(100), { minLength: 1, maxLength: 8 })),
    time_format: fc.constantFrom('seconds', 'minutes'),
    classes: fc.array(raceClass, { maxLength: 4 }),
    columns: fc.array(fc.record({ attribute: fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/), title: text(1, 200) }), {
      maxLength: 4,
    }),
  },
  { requiredKeys: ['title'] },
)

const version = fc.maxSafeInteger().map((number) => Math.abs(number) || 1)
const time = fc.maxSafeInteger().map(Math.abs)
const log = text(1, 64)
const hash = fc.stringMatching(/^[0-9a-f]{12}$/)
const extras = { log, at: time, source_at: time, event, hash }

const deskMessage = fc.record({ id: version, text: text(1, 200), since: time })
const scene = fc.record({ kind: text(1, 40), class: text(1, 60), shown: fc.nat(3) }, { requiredKeys: ['kind'] })
const screens = fc.array(fc.record({ name: text(1, 40), scene }), { maxLength: 20 })

const dataOf = {
  version_check: fc.record(
    { version: time, log, catch_up: fc.boolean(), divergences: fc.nat(1000) },
    { requiredKeys: ['version'] },
  ),
  all_drivers: fc.record({ version, drivers, ...extras }, { requiredKeys: ['version', 'drivers'] }),
  update_drivers: fc.record(
    {
      version,
      drivers: fc.record({ create: fc.array(text(0, 60)), update: drivers, destroy: fc.array(text(0, 60)) }),
      from: version,
      ...extras,
    },
    { requiredKeys: ['version', 'drivers'] },
  ),
  current_version: fc.record(
    { version, log, at: time, hash, now: time, source_at: time, stalled_since: time, held: fc.constant(true) },
    { requiredKeys: ['version', 'log', 'at', 'hash', 'now'] },
  ),
  desk: fc.record({ version: time, message: deskMessage, screens }, { requiredKeys: ['version', 'screens'] }),
  problem: fc.record({ code: text(0, 20), message: text(0, 200) }),
}

/** Random valid messages, by action. */
export const messages: Readonly<Record<string, fc.Arbitrary<unknown>>> = Object.fromEntries(
  Object.entries(dataOf).map(([action, data]) => {
    const source = action === 'version_check' ? 'browser' : 'server'
    // As it crosses the wire: minus zero becomes zero.
    return [action, data.map((value) => JSON.parse(JSON.stringify({ source, action, data: value })))]
  }),
)

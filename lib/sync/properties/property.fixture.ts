import fc from 'fast-check'

interface Run {
  readonly cases: number
  /** Absent: a random one. */
  readonly seed?: number
  /** The path of a case that an earlier run found. */
  readonly path?: string
}

/** The end of a run after `cases` cases. `report` has the smallest counterexample and the command that repeats it. */
export type Outcome =
  | { readonly kind: 'held'; readonly cases: number }
  | { readonly kind: 'broken'; readonly cases: number; readonly report: string }

/** A statement that must hold for each random case. */
export interface Property {
  /** Begins with the ids of the rules that depend on it, like the title of a test. */
  readonly title: string
  readonly check: (run: Run) => Outcome
}

/** A property with a title. It holds while `check` throws nothing and does not return false. */
export function property<Case extends [unknown, ...unknown[]]>(
  rules: readonly `${'P' | 'L'}${number}`[],
  name: string,
  check: fc.IPropertyWithHooks<Case>,
): Property {
  const title = [...rules.map((rule) => `[${rule}]`), name].join(' ')
  return {
    title,
    check({ cases, seed, path }) {
      const details = fc.check(check, {
        numRuns: cases,
        includeErrorInReport: true,
        ...(seed === undefined ? {} : { seed }),
        ...(path === undefined ? {} : { path }),
      })
      if (!details.failed) return { kind: 'held', cases: details.numRuns }
      const again = reproduction(title, details.seed, details.counterexamplePath ?? '0')
      const report = `${title}\n${fc.defaultReportMessage(details)}\n\nOnce more: ${again}`
      return { kind: 'broken', cases: details.numRuns, report }
    },
  }
}

/** The command that repeats a case. The seed follows `=`, because it can begin with a dash. */
export function reproduction(title: string, seed: number, path: string): string {
  return `npm run soak:laws -- --law "${title}" --seed=${seed} --path ${path}`
}

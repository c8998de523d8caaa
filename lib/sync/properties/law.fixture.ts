import fc from 'fast-check'

interface Run {
  readonly cases: number
  /** Absent, another one each time. */
  readonly seed?: number
  /** Where the case is that a run before has found. */
  readonly path?: string
}

/**
 * How a run ended, after so many cases. `report` has the smallest case that breaks it, and the command that tries it
 * again.
 */
export type Outcome =
  | { readonly kind: 'held'; readonly cases: number }
  | { readonly kind: 'broken'; readonly cases: number; readonly report: string }

/** Something that is true of every case. */
export interface Law {
  /** Begins with the ids of the rules that rest on it, as a test's does. */
  readonly title: string
  readonly check: (run: Run) => Outcome
}

/** A law that holds as long as its property throws nothing. */
export function law<Case extends [unknown, ...unknown[]]>(
  rules: readonly `${'P' | 'L'}${number}`[],
  name: string,
  property: fc.IPropertyWithHooks<Case>,
): Law {
  const title = [...rules.map((rule) => `[${rule}]`), name].join(' ')
  return {
    title,
    check({ cases, seed, path }) {
      const details = fc.check(property, {
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

/** The command that tries a case again. A seed can begin with a dash, which only `=` lets through. */
export function reproduction(title: string, seed: number, path: string): string {
  return `npm run soak:laws -- --law "${title}" --seed=${seed} --path ${path}`
}

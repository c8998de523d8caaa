/** One thing in the code that keeps lists right. Without it, a test must fail. */
export interface Guard {
  /** In kebab-case; no other guard has it. */
  readonly id: string
  /** The rules of docs/PROTOCOL.md that it keeps. */
  readonly rules: readonly string[]
  readonly file: string
  /** What it sees to, in plain words. */
  readonly what: string
  /** Its text, which the file has exactly once, and what the file says there without it. */
  readonly find: string
  readonly replace: string
  /** Tests that may notice, by parts of their paths: tried one after the other. */
  readonly tests: readonly string[]
}

/** The guards of one file, which the same tests look after if nothing else is said. */
export function guardsOf(
  file: string,
  tests: readonly string[],
  guards: readonly (Omit<Guard, 'file' | 'rules' | 'tests'> & Partial<Pick<Guard, 'rules' | 'tests'>>)[],
): readonly Guard[] {
  return guards.map((guard) => ({ rules: [], tests, ...guard, file }))
}

/** The file's text without the guard; undefined when the guard is not in it exactly once, or its absence changes nothing. */
export function withoutGuard(text: string, { find, replace }: Guard): string | undefined {
  const [before, after, ...more] = text.split(find)
  if (before === undefined || after === undefined || more.length > 0 || find === replace) return undefined
  return before + replace + after
}

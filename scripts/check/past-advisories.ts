/** A package that had a hole which would matter to Paddock, and the first version without it. */
export interface PastAdvisory {
  readonly name: string
  readonly fixed: string
  readonly id: string
  readonly what: string
}

/**
 * Holes that reached programs like this one. A list of all advisories would be outdated the day after it is copied, so
 * `npm audit` asks for those; this list is what no update, override or pinned version may ever bring back.
 */
export const pastAdvisories: readonly PastAdvisory[] = [
  { name: 'cookie', fixed: '0.7.0', id: 'CVE-2024-47764', what: 'a cookie sets fields of others' },
  { name: 'engine.io', fixed: '6.4.2', id: 'CVE-2023-31125', what: 'a request ends the process' },
  { name: 'nanoid', fixed: '3.3.8', id: 'CVE-2024-55565', what: 'tokens can be predicted' },
  { name: 'next', fixed: '16.0.7', id: 'CVE-2025-66478', what: 'a request runs code by Server Components' },
  { name: 'next', fixed: '15.2.3', id: 'CVE-2025-29927', what: 'a header goes around middleware' },
  { name: 'nunjucks', fixed: '3.2.4', id: 'CVE-2023-2142', what: 'a backslash goes around escaping' },
  { name: 'postcss', fixed: '8.4.31', id: 'CVE-2023-44270', what: 'a style sheet is read as another one' },
  { name: 'socket.io-parser', fixed: '4.2.3', id: 'CVE-2023-32695', what: 'a packet ends the process' },
  { name: 'ws', fixed: '8.17.1', id: 'CVE-2024-37890', what: 'a request with many headers ends the process' },
  { name: 'yaml', fixed: '2.2.2', id: 'CVE-2023-2251', what: 'a file ends the process' },
]

/** The part of package-lock.json that is read: packages by their path. */
export interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>
}

/** Every installed package, also one inside another, that is older than a fix. */
export function outdated({ packages }: LockFile, advisories = pastAdvisories): string[] {
  return Object.entries(packages).flatMap(([path, { version = '' }]) =>
    advisories
      .filter(({ name, fixed }) => path.endsWith(`node_modules/${name}`) && isOlder(version, fixed))
      .map(({ fixed, id }) => `${path} ${version} has ${id}; ${fixed} has not`),
  )
}

function isOlder(version: string, fixed: string): boolean {
  const [found, wanted] = [version, fixed].map((text) => text.split(/[.-]/).slice(0, 3).map(Number))
  for (const [index, number] of (wanted ?? []).entries()) {
    const own = found?.[index] ?? Number.NaN
    // A version that is no number is taken for an old one.
    if (own !== number) return !(own > number)
  }
  // A pre-release of the fixed version may lack the fix.
  return version.includes('-')
}

export type Audit =
  | { readonly kind: 'answered'; readonly found: readonly string[] }
  | { readonly kind: 'unanswered'; readonly reason: string }

/** What `npm audit --json` printed: its advisories, or why the registry gave none. Throws for anything else. */
export function readAudit(json: string): Audit {
  const report: unknown = JSON.parse(json)
  if (typeof report !== 'object' || report === null) throw new Error(`npm audit printed ${json}`)
  if ('vulnerabilities' in report && typeof report.vulnerabilities === 'object' && report.vulnerabilities) {
    const found = Object.entries(report.vulnerabilities)
    return { kind: 'answered', found: found.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`) }
  }
  if ('error' in report || 'message' in report) {
    const reason = 'message' in report ? String(report.message) : JSON.stringify('error' in report && report.error)
    return { kind: 'unanswered', reason }
  }
  throw new Error(`npm audit printed ${json}`)
}

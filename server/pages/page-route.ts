import { formatChoice, parametersOf, readChoice } from '../../lib/reader/view-state.ts'

/**
 * What a GET asks for. kept: an answer that is the same for everybody, made once a snapshot; `path` is its key and has
 * only parameters that change it. made: an answer for this request alone. desk: for signed-in people. unknown: no such
 * page.
 */
export interface PageRoute {
  readonly kind: 'kept' | 'made' | 'desk' | 'unknown'
  readonly path: string
}

/** Pages whose parameters are a reader's choice; see lib/reader/view-state.ts. */
const choicePaths: ReadonlySet<string> = new Set(['/live', '/live/results.json', '/live/results.csv'])
/** It is kept for people without a session; those with one are led to the desk. */
export const signInPath = '/admin/sign-in'
/** Any path that no page has. */
const nowhere = '/nowhere'

/**
 * `known` has the paths of all pages; `spelling` gives the spelling of a class of the newest list, and undefined for
 * any other code.
 */
export function pageRoute(
  url: string,
  known: ReadonlySet<string>,
  spelling: (classCode: string) => string | undefined,
): PageRoute {
  const [path = '', query = ''] = splitOnce(url)
  if (!known.has(path)) return { kind: 'unknown', path: nowhere }
  if (path === '/admin' || path.startsWith('/api/')) return { kind: 'desk', path: url }
  if (path === signInPath) return { kind: query === '' ? 'kept' : 'made', path: url.slice(0, 200) }
  if (!choicePaths.has(path)) return { kind: 'kept', path }

  const choice = readChoice(parametersOf(new URLSearchParams(query)))
  const isShared =
    choice.search === '' &&
    choice.screen === '' &&
    choice.driver === '' &&
    choice.follow.length === 0 &&
    choice.sort.length === 0 &&
    choice.hidden.length === 0
  const classCode = choice.classCode === '' ? '' : spelling(choice.classCode)
  if (!isShared || classCode === undefined) return { kind: 'made', path: `${path}${formatChoice(choice)}` }
  return { kind: 'kept', path: `${path}${formatChoice({ ...choice, classCode })}` }
}

function splitOnce(url: string): readonly string[] {
  const end = url.indexOf('?')
  return end < 0 ? [url] : [url.slice(0, end), url.slice(end + 1)]
}

import { formatEmbed, readEmbed } from '../../lib/reader/embed-choice.ts'
import { formatOverlay, readOverlay } from '../../lib/reader/overlay-choice.ts'
import { formatChoice, parametersOf, readChoice, type SearchParameters } from '../../lib/reader/view-state.ts'
import { embedPath } from '../http/frame-policy.ts'

/**
 * What a GET asks for. kept: an answer that is the same for everybody, made once a snapshot; `path` is its key and has
 * only parameters that change it. made: an answer for this request alone. desk: for signed-in people. unknown: no such
 * page.
 */
export interface PageRoute {
  readonly kind: 'kept' | 'made' | 'desk' | 'unknown'
  readonly path: string
}

/** The spelling of a class of the newest list; undefined for any other code. */
type Spelling = (classCode: string) => string | undefined

/** Pages whose parameters are a reader's choice; see lib/reader/view-state.ts. */
const choicePaths: ReadonlySet<string> = new Set(['/live', '/live/results.json', '/live/results.csv'])
/** It is kept for people without a session; those with one are led to the desk. */
export const signInPath = '/admin/sign-in'
export const overlayPath = '/overlay'
/** The sizes of a class on overlays that are kept, since the list of each is another one. */
const keptTops: ReadonlySet<number> = new Set([3, 5, 10])
/** Any path that no page has. */
const nowhere = '/nowhere'

/** `known` has the paths of all pages. */
export function pageRoute(url: string, known: ReadonlySet<string>, spelling: Spelling): PageRoute {
  const [path = '', query = ''] = splitOnce(url)
  if (!known.has(path)) return { kind: 'unknown', path: nowhere }
  if (path === '/admin' || path.startsWith('/api/')) return { kind: 'desk', path: url }
  if (path === signInPath) return { kind: query === '' ? 'kept' : 'made', path: url.slice(0, 200) }
  const parameters = parametersOf(new URLSearchParams(query))
  if (path === overlayPath) return overlayRoute(parameters, spelling)
  if (path === embedPath) return embedRoute(parameters, spelling)
  if (!choicePaths.has(path)) return { kind: 'kept', path }

  const choice = readChoice(parameters)
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

/** One of a driver, with anything that the page calls wrong, or of an unusual size is made for its request. */
function overlayRoute(parameters: SearchParameters, spelling: Spelling): PageRoute {
  const choice = readOverlay(parameters)
  const { classCode: asked, driver, wrong, top, seconds } = choice
  const classCode = asked === '' ? '' : spelling(asked)
  const isShared = driver === '' && wrong.length === 0 && keptTops.has(top) && seconds === undefined
  if (!isShared || classCode === undefined) return { kind: 'made', path: `${overlayPath}${formatOverlay(choice)}` }
  return { kind: 'kept', path: `${overlayPath}${formatOverlay({ ...choice, classCode })}` }
}

/** The theme is no part of the key: the page's first script applies it. */
function embedRoute(parameters: SearchParameters, spelling: Spelling): PageRoute {
  const choice = readEmbed(parameters)
  const classCode = choice.classCode === '' ? '' : spelling(choice.classCode)
  if (classCode === undefined) return { kind: 'made', path: `${embedPath}${formatEmbed(choice)}` }
  return { kind: 'kept', path: `${embedPath}${formatEmbed({ ...choice, classCode })}` }
}

function splitOnce(url: string): readonly string[] {
  const end = url.indexOf('?')
  return end < 0 ? [url] : [url.slice(0, end), url.slice(end + 1)]
}

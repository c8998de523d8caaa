/** The objects of a page's realm that may lack functions. */
export interface Realm {
  BigInt?: unknown
  readonly Array: { readonly prototype: object }
  readonly String: { readonly prototype: object }
  readonly MediaQueryList?: { readonly prototype: object } | undefined
}

/**
 * Adds the functions that the pages call and that browsers of 2019 lack (`browserslist` of package.json); Next adds
 * `at`, `hasOwn` and a few more itself. What a browser has is left as it is.
 */
export function fillIn(realm: Realm): void {
  // Zod and noble call it while they load, for 64-bit formats that no page uses.
  realm.BigInt ??= Number
  add(realm.Array.prototype, 'findLastIndex', findLastIndex)
  add(realm.Array.prototype, 'findLast', findLast)
  add(realm.Array.prototype, 'toReversed', toReversed)
  add(realm.String.prototype, 'replaceAll', replaceAll)
  if (realm.MediaQueryList) add(realm.MediaQueryList.prototype, 'addEventListener', addMediaListener)
  if (realm.MediaQueryList) add(realm.MediaQueryList.prototype, 'removeEventListener', removeMediaListener)
}

function add(prototype: object, name: string, value: unknown): void {
  if (name in prototype) return
  // Not enumerable, as the browser's own would be: `for ... in` must not find it.
  Object.defineProperty(prototype, name, { value, writable: true, configurable: true })
}

type Test = (value: unknown, index: number, list: readonly unknown[]) => unknown

function findLastIndex(this: readonly unknown[], test: Test): number {
  for (let index = this.length - 1; index >= 0; index -= 1) if (test(this[index], index, this)) return index
  return -1
}

function findLast(this: readonly unknown[], test: Test): unknown {
  return this[findLastIndex.call(this, test)]
}

function toReversed(this: readonly unknown[]): unknown[] {
  return [...this].reverse()
}

/** Only for a text as the pattern: no page passes an expression. */
function replaceAll(this: string, pattern: string, replacement: string): string {
  return this.split(pattern).join(replacement)
}

type MediaListener = (this: MediaQueryList, event: MediaQueryListEvent) => void

function addMediaListener(this: MediaQueryList, _type: string, listener: MediaListener): void {
  this.addListener(listener)
}

function removeMediaListener(this: MediaQueryList, _type: string, listener: MediaListener): void {
  this.removeListener(listener)
}

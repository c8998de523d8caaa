/** `before` if both lists have the very same items in the same order, else `after`. Compares items by identity. */
export function reuseIfSameItems<Item>(before: readonly Item[] | undefined, after: readonly Item[]): readonly Item[] {
  const isSame = before?.length === after.length && before.every((item, index) => item === after[index])
  return isSame ? before : after
}

/** `before` if it equals `after` at every depth, else `after`. For small plain data: it compares all of it. */
export function reuseIfDeepEqual<Value>(before: Value | undefined, after: Value): Value {
  return before !== undefined && isEqual(before, after) ? before : after
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b)) return false
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => name in b && isEqual(a[name], b[name]))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

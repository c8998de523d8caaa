/** The value before when it is equal to the value after, so that its row does not render. Plain data, at any depth. */
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

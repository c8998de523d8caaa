/** The same data without keys called `__proto__`, which could change what everybody else's objects mean. */
export function withoutPrototypeKeys(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutPrototypeKeys)
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data
  const entries = Object.entries(data).filter(([key]) => key !== '__proto__')
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutPrototypeKeys(value)]))
}

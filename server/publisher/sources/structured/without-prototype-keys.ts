/** No file of results nests its data as deeply; what works on them calls itself for each level. */
export const mostLevels = 100

/**
 * The data without `__proto__` keys, which could replace the prototype of other objects. Throws RangeError for data of
 * more than a hundred levels.
 */
export function withoutPrototypeKeys(data: unknown, level = 1): unknown {
  if (level > mostLevels) throw new RangeError(`the data have more than ${mostLevels} levels`)
  if (Array.isArray(data)) return data.map((item) => withoutPrototypeKeys(item, level + 1))
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data
  const entries = Object.entries(data).filter(([key]) => key !== '__proto__')
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutPrototypeKeys(value, level + 1)]))
}

const columns = 120

/**
 * JSON for people: a value that fits into one line of 120 columns is on one line. A longer text is not split.
 */
export function wideJson(value: unknown): string {
  return written(value, '', 0)
}

/** `taken`: the columns of the first line that are used before and after the value. */
function written(value: unknown, indent: string, taken: number): string {
  const line = oneLine(value)
  if (typeof value !== 'object' || value === null || line.length + taken <= columns) return line
  const inner = `${indent}  `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const items = Array.isArray(value)
    ? value.map((item) => written(item, inner, inner.length + 1))
    : Object.entries(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `
        return name + written(item, inner, inner.length + name.length + 1)
      })
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`
}

function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

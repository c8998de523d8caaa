import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTemplate } from './parse-template.ts'

/** Where and why a template cannot be parsed. */
function faultOf(source: string): { readonly line: unknown; readonly message: string } {
  try {
    parseTemplate(source)
  } catch (error) {
    return { line: (error as { lineno?: number }).lineno, message: (error as Error).message }
  }
  throw new Error('it is parsed')
}

test.each([
  ['{{ {\n  a: row.A,\n  b: row.B c: row.C } }}', 3, 'is missing between "B" and "c"'],
  ['{{ {\n  a: row.A\n\n  b: row.B } }}', 2, 'is missing between "A" and "b"'],
  ['{{ [1, 2,\n 3 4] }}', 2, 'is missing between "3" and "4"'],
  ['x\n{{ { a: 1 | dump }}', 2, 'a closing bracket is missing between "dump" and "}}"'],
  ['x\n{% for row in csv("a.csv" %}{% endfor %}', 2, 'a closing bracket is missing between the text "a.csv" and "%}"'],
  ['x\n{% for row in csv("a.csv) %}\n{% endfor %}\n', 2, 'a text in quotes that begins here is never closed'],
  ['x\n{{ row.Name\n', 2, 'is never closed'],
  ['x\n{% for row in rows %}\n{{ row }}\n', undefined, 'a tag such as {% endfor %} or {% endif %} is missing'],
  ['x\n{% if row %}\n', undefined, 'a tag such as {% endfor %} or {% endif %} is missing'],
])('given the template %j, then the fault is in line %s: %s', (source, line, sentence) => {
  const fault = faultOf(source)
  expect(fault.message).toContain(sentence)
  if (line !== undefined) expect(fault.line).toBe(line)
})

test('given a record over several lines without one of its commas, then the fault is in the line that needs the comma', () => {
  const record = fc.tuple(
    fc.array(fc.constantFrom('\n', ' ', '\n\n', '\n  '), { minLength: 2, maxLength: 9 }),
    fc.nat(),
  )
  const property = fc.property(record, ([separators, at]) => {
    const missing = at % separators.length
    const names = ['first', ...separators.map((_, index) => `name${index}`)]
    const pairs = names.map((name) => `${name}: row.${name}`)
    const text = pairs.reduce((all, pair, index) => {
      if (index === 0) return pair
      return `${all}${index - 1 === missing ? '' : ','}${separators[index - 1]}${pair}`
    }, '')
    const whole = pairs.reduce(
      (all, pair, index) => (index === 0 ? pair : `${all},${separators[index - 1]}${pair}`),
      '',
    )
    const source = (record: string) => `{% for row in rows %}\n{{ { ${record} } | dump }}\n{% endfor %}`
    expect(() => parseTemplate(source(whole))).not.toThrow()
    const line =
      1 +
      source(text)
        .slice(0, source(text).indexOf(`row.${names[missing]}`))
        .split('\n').length -
      1
    const fault = faultOf(source(text))
    expect(fault.message).toContain(`between "${names[missing]}" and "${names[missing + 1]}"`)
    expect(fault.line).toBe(line)
  })
  fc.assert(property)
})

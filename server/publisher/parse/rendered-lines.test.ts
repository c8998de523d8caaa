import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRenderedLines } from './rendered-lines.ts'

test('given texts and whole lines in any order, then the lines are those of the whole text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '{', '\n', ' ') })
  const line = fc.string({ unit: fc.constantFrom('a', '{', ' ') })
  const part = fc.oneof(fc.record({ text }), fc.record({ line }))
  const property = fc.property(fc.array(part), (parts) => {
    const rendered = createRenderedLines()
    for (const one of parts) {
      if ('text' in one) rendered.add(one.text)
      else rendered.addLine(one.line, `${one.line}\n`)
    }
    const whole = parts.map((one) => ('text' in one ? one.text : `${one.line}\n`)).join('')
    expect(rendered.lines()).toEqual(whole.split('\n'))
  })
  fc.assert(property)
})

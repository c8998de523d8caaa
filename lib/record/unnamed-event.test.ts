import { expect, test } from 'vitest'
import { defaultEvent } from './event.ts'
import { unnamedEvent } from './unnamed-event.ts'

test('the unnamed event has the defaults of the schema', () => {
  expect(unnamedEvent).toEqual(defaultEvent('Live results'))
})

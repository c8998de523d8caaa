import { expect, test } from 'vitest'
import { defaultEvent } from './event.ts'
import { unnamedEvent } from './unnamed-event.ts'

test('an event without a name has the defaults of all events', () => {
  expect(unnamedEvent).toEqual(defaultEvent('Live results'))
})

import { expect, test } from 'vitest'
import { plantFault } from './plant-fault.ts'

const fault = {
  name: 'announced before durable',
  find: 'store(one) announce(one)',
  replace: 'announce(one); store(one)',
}

test('a fault replaces its code, whatever its white space', () => {
  expect(plantFault('{\n  store(one)\n  announce(one)\n}', fault)).toBe('{\n  announce(one); store(one)\n}')
})

test.each([
  ['missing', 'store(one)\nstore(two)'],
  ['found twice', 'store(one) announce(one)\nstore(one) announce(one)'],
])('a fault whose code is %s is not planted', (_, source) => {
  expect(plantFault(source, fault)).toBeUndefined()
})

test('code with characters of regular expressions is found literally', () => {
  expect(plantFault('a?.b(c) ?? [d]', { name: '', find: 'a?.b(c) ?? [d]', replace: '$1' })).toBe('$1')
})

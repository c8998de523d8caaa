import { expect, test } from 'vitest'
import { formatEmbed, readEmbed } from './embed-choice.ts'
import { parametersOf } from './view-state.ts'

test.each([
  ['', { view: 'class', classCode: '' }, ''],
  ['view=latest&theme=dark', { view: 'latest', classCode: '' }, '?view=latest'],
  ['class=ss&view=pax', { view: 'pax', classCode: 'ss' }, '?view=pax&class=ss'],
  ['view=table&driver=Ann', { view: 'class', classCode: '' }, ''],
])('given ?%s, then the frame has what it knows of it, and %j is written as "%s"', (query, choice, written) => {
  expect(readEmbed(parametersOf(new URLSearchParams(query)))).toEqual(choice)
  expect(formatEmbed(readEmbed(parametersOf(new URLSearchParams(query))))).toBe(written)
})

import { expect, test } from 'vitest'
import { markdownTable } from './markdown-table.ts'

test('a table is Markdown with aligned columns', () => {
  expect(
    markdownTable(
      ['what', 'Paddock'],
      [
        ['bytes', '12'],
        ['largest paint', '1 ms'],
      ],
    ),
  ).toBe(
    [
      '| what          | Paddock |',
      '| ------------- | ------: |',
      '| bytes         |      12 |',
      '| largest paint |    1 ms |',
    ].join('\n'),
  )
})

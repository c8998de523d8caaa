import { field } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { expectLive, rowOf } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile({ entries: [] })

test('given an event without entries, when entries are published, then the page shows them instead of its hint', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live`)
  await expectLive(page)
  await expect(page.getByRole('heading', { name: 'No drivers yet' })).toBeVisible()
  await expectAccessible(page)
  server.data.writeEntries(field)
  await expect(rowOf(page, 'Joan Zielinski')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No drivers yet' })).toHaveCount(0)
})

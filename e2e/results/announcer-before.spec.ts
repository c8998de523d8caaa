import { field, template } from '../../testing/event/timing-file.ts'
import { expectAccessible } from '../fixtures/accessibility.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile({
  entries: field.map(({ runs: _, ...entry }) => entry),
  template: template.replace('heat: row.Heat', 'run_order: row.Number'),
})

test('given an event before its first run, with a run order, then the view has its first five entries', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?view=announcer`)
  await expect(page.getByRole('region', { name: 'First on course' })).toHaveText(
    /First on course.*#4Joan ZielinskiSS · Corvette$/,
  )
  const then = page.getByRole('heading', { name: 'Then' }).locator('xpath=..').getByRole('listitem')
  await expect(then).toHaveText([/#7 Åsa Lindqvist/, /#9 Ian O’Malley/, /#10 Sylvia/, /#88 Wilford/])
  await expectAccessible(page)
})

import { unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { field, template, timingFile, withChanged } from '../../testing/event/timing-file.ts'
import { board, cellOf, expectLive, rowKeys, statusLine } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { expect, test } from '../fixtures/test.ts'
import type { TestServer } from '../fixtures/test-server.ts'

const server = serverOfFile()

/** Faults of the files on race day. */
const faults: readonly (readonly [string, (server: TestServer) => void])[] = [
  ['the timing file is empty', ({ data }) => data.writeFile('live.csv', '')],
  ['the timing file is gone', ({ data }) => unlinkSync(join(data.path, 'live.csv'))],
  ['the timing file is cut in a quote', ({ data }) => data.writeFile('live.csv', `${timingFile(field)}SS,5,"Half Wri`)],
  ['the template does not close a tag', ({ data }) => data.writeFile('drivers.jsonl.njk', `${template}{% if`)],
  ['the template renders no JSON', ({ data }) => data.writeFile('drivers.jsonl.njk', `${template}hello`)],
]

for (const [what, cause] of faults) {
  test(`given an open page, when ${what}, then the page says so and keeps the list until the file is usable`, async ({
    page,
  }) => {
    await page.goto(`${server.baseUrl}/live?view=table`)
    await expectLive(page)
    const status = statusLine(page)
    await expect(status).toHaveText('live')
    const names = await rowKeys(page)
    const version = Number(await board(page).getAttribute('data-version'))

    cause(server)
    await expect(status).toHaveText(/^not updating · timing file unusable for \d+ s$/)
    expect(await rowKeys(page)).toEqual(names)
    await expect(board(page)).toHaveAttribute('data-version', `${version}`)
    // A page that is opened meanwhile says so, too.
    const html = await (await fetch(`${server.baseUrl}/live`)).text()
    expect(html).toContain('not updating')

    server.writeFiles()
    server.data.writeEntries(withChanged(field, 'Joan Zielinski', { runs: ['40.434', `${30 + (version % 9)}.500`] }))
    await expect(cellOf(page, 'Joan Zielinski', 'total')).toHaveText(`${30 + (version % 9)}.500`)
    await expect(status).toHaveText('live')
  })
}

test('given an open page, when event.yaml has an unknown setting, then the event is unchanged and the list is still updated', async ({
  page,
}) => {
  await page.goto(`${server.baseUrl}/live?view=table`)
  await expectLive(page)
  server.data.writeFile('event.yaml', 'title: Another Event\nspelled: wrong\n')
  await expect.poll(server.process.stdout).toContain('unknown setting')
  server.data.writeEntries(withChanged(field, 'Joan Zielinski', { runs: ['40.434', '39.123'] }))
  await expect(cellOf(page, 'Joan Zielinski', 'total')).toHaveText('39.123')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Test Autocross')
  server.writeFiles()
})

// cspell:ignore klass clases
import type { Page } from '@playwright/test'
import { eventFile, field, template, timingFile } from '../../testing/event/timing-file.ts'
import { board, expectLive, rowKeys } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'
import type { TestServer } from '../fixtures/test-server.ts'

// A spectator's page is open while somebody at the desk makes a mistake.
const server = serverOfFile()

interface Mistake {
  readonly what: string
  readonly make: (server: TestServer) => void
  /** What the desk says of it, with the place. */
  readonly said: RegExp
  readonly remedy: RegExp
}

const mistakes: readonly Mistake[] = [
  {
    what: 'a column in the template',
    make: ({ data }) => data.writeFile('drivers.jsonl.njk', template.replace('row.Class', 'row.Klass')),
    said: /drivers\.jsonl\.njk, line 3: .*"Klass"/,
    remedy: /Class/,
  },
  {
    what: 'the loop variable in the template',
    make: ({ data }) => data.writeFile('drivers.jsonl.njk', template.replace('row.Number', 'rwo.Number')),
    said: /drivers\.jsonl\.njk, line 3: .*rwo/,
    remedy: /row/,
  },
  {
    what: 'the reader in the template',
    make: ({ data }) => data.writeFile('drivers.jsonl.njk', template.replace('csv(', 'cvs(')),
    said: /drivers\.jsonl\.njk, line 1: .*cvs/,
    remedy: /csv/,
  },
  {
    what: 'the heading of the classes in the timing file',
    make: ({ data }) => data.writeFile('live.csv', timingFile(field).replace('Class', 'Clas')),
    said: /drivers\.jsonl\.njk, line 3: .*"Class"/,
    remedy: /Clas\b/,
  },
  {
    what: 'the headings of all runs in the timing file',
    make: ({ data }) => data.writeFile('live.csv', timingFile(field).replaceAll('Run ', 'Rnu ')),
    said: /live\.csv.*(?:Rnu 1|no column)/,
    remedy: /Rnu 1/,
  },
  {
    what: 'a setting of the event',
    make: ({ data }) => data.writeFile('event.yaml', eventFile.replace('classes:', 'clases:')),
    said: /event\.yaml, line 5: .*clases/,
    remedy: /classes/,
  },
  {
    what: 'a setting of a class',
    make: ({ data }) => data.writeFile('event.yaml', eventFile.replace('index: 0.828', 'indx: 0.828')),
    said: /event\.yaml, line 7: .*indx/,
    remedy: /index/,
  },
]

for (const { what, make, said, remedy } of mistakes) {
  test(`given an open page, when somebody misspells ${what}, then the page keeps its list, and the desk says where it is and what was meant`, async ({
    page,
    browser,
  }) => {
    server.writeFiles()
    await signIn(page, server.baseUrl)
    const spectator = await (await browser.newContext()).newPage()
    await spectator.goto(`${server.baseUrl}/live?view=table`)
    await expectLive(spectator)
    await expect(strip(page)).toContainText('Publishing')
    const before = await shown(spectator)

    make(server)
    await expect(page.getByRole('main')).toContainText(said)
    await expect(page.getByRole('main')).toContainText(remedy)
    await expect(strip(page)).toContainText(/Stuck|Holding|warning|problem/)
    expect(await shown(spectator)).toEqual(before)

    server.writeFiles()
    await expect(page.getByRole('main')).not.toContainText(said)
    expect((await shown(spectator)).rows).toEqual(before.rows)
    await spectator.context().close()
  })
}

const strip = (page: Page) => page.getByRole('region', { name: 'Pipeline' })

/** The version, the entries in their order, and their times. */
async function shown(page: Page) {
  return {
    version: await board(page).getAttribute('data-version'),
    rows: await rowKeys(page),
    times: await page.locator('[data-driver] [data-slot="total"]').allInnerTexts(),
  }
}

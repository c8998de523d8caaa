import { renameSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { field, template, timingFile, withChanged } from '../../testing/event/timing-file.ts'
import { expectLive } from '../fixtures/board.ts'
import { serverOfFile } from '../fixtures/server-of-file.ts'
import { signIn } from '../fixtures/sign-in.ts'
import { expect, test } from '../fixtures/test.ts'

const server = serverOfFile()

test.beforeEach(async ({ page }) => {
  server.writeFiles()
  await signIn(page, server.baseUrl)
  await expectLive(page)
  await expect(strip(page)).toContainText('Publishing')
})

test('given the desk, then it shows the timing file, its age, its last change and the number of browsers', async ({
  page,
  browser,
}) => {
  await expect(fact(page, 'Timing file')).toHaveText(/^live\.csv \((just now|\d+ s ago)\)$/)
  await expect(fact(page, 'Last read')).toHaveText(/^(just now|\d+ s ago), took \d+ ms$/)
  await expect(fact(page, 'Last change')).toHaveText(/^published (just now|\d+ (s|min) ago)$/)
  await expect(fact(page, 'Entries')).toHaveText(`${field.length}`)
  await expect(fact(page, 'Data folder')).toHaveText(server.data.path)

  const spectator = await browser.newPage()
  await spectator.goto(`${server.baseUrl}/live`)
  await expectLive(spectator)
  // The desk is one of them.
  await expect(fact(page, 'Browsers connected')).toHaveText('2')
  await spectator.context().close()
  await expect(fact(page, 'Browsers connected')).toHaveText('1', { timeout: 8000 })
})

test('given an error in the template, then the desk shows file, line, context and a remedy until it is corrected', async ({
  page,
}) => {
  server.data.writeFile('drivers.jsonl.njk', template.replace('run_columns(row)', 'run_colums(row)'))
  const problem = page.getByRole('alert').filter({ has: page.getByRole('heading') })
  await expect(problem.getByRole('heading')).toHaveText(/^drivers\.jsonl\.njk, line \d: .*run_colums/)
  await expect(problem.locator('pre')).toContainText('csv("live.csv")')
  await expect(problem.locator('pre')).toContainText(/^>\s+\d \| /m)
  await expect(problem.locator('p')).toContainText('The last good list stays')
  await expect(strip(page)).toContainText(/Stuck: the files cannot be published, for \d+ s/)

  server.data.writeFile('drivers.jsonl.njk', template)
  await expect(problem).toHaveCount(0)
  await expect(strip(page)).toContainText('Publishing')
})

test('given a template that looks for code, then the desk shows where and a remedy, and the list stays', async ({
  page,
}) => {
  server.data.writeFile('drivers.jsonl.njk', `${template}\n{{ range.constructor("return 1")() }}`)
  const problem = page.getByRole('alert').filter({ has: page.getByRole('heading') })
  await expect(problem.getByRole('heading')).toHaveText(/^drivers\.jsonl\.njk, line \d+: "constructor" of a function/)
  await expect(problem.locator('p')).toContainText('The last good list stays')
  await expect(fact(page, 'Entries')).toHaveText(`${field.length}`)
  server.data.writeFile('drivers.jsonl.njk', template)
  await expect(problem).toHaveCount(0)
})

test('given the state folder is moved away while the server runs, then the desk says so until it is back', async ({
  page,
}) => {
  const problem = page.getByRole('alert').filter({ has: page.getByRole('heading') })
  renameSync(server.stateFolder, `${server.stateFolder}-away`)
  await expect(problem.getByRole('heading')).toContainText(`The state folder ${server.stateFolder} was deleted`)
  await expect(problem.locator('p')).toContainText('restart Paddock')
  renameSync(`${server.stateFolder}-away`, server.stateFolder)
  await expect(problem).toHaveCount(0)
  expect(server.process.stdout()).toContain('"code":"state_folder_lost"')
})

test('given an error in the timing file or in event.yaml, then the desk names file and line', async ({ page }) => {
  const problem = page.getByRole('alert').filter({ has: page.getByRole('heading') })
  server.data.writeFile('live.csv', `${timingFile(field)}SS,5,"Half Wri`)
  await expect(problem.getByRole('heading')).toContainText(`live.csv, line ${field.length + 2}`)
  server.data.writeEntries(field)
  await expect(problem).toHaveCount(0)
  server.data.writeFile('event.yaml', 'title: Test\nstate: unofficial\nscoring: fastest\n')
  await expect(problem.getByRole('heading')).toContainText('event.yaml, line 3')
  await expect(problem.locator('pre')).toContainText('scoring: fastest')
})

test('given entries with warnings, then the desk lists the warnings and publishes the entries', async ({ page }) => {
  server.data.writeEntries(withChanged(field, 'Wilford Amador', { number: '4', runs: ['4.1', '40.0.0'] }))
  const warnings = page.getByRole('group').getByRole('listitem')
  await expect(warnings).toHaveCount(3)
  await expect(warnings.filter({ hasText: 'SS 4 is given to' })).toContainText('Joan Zielinski')
  await expect(warnings.filter({ hasText: '40.0.0' })).toContainText('cannot be read')
  await expect(warnings.filter({ hasText: '4.1' })).toContainText('hardly possible')
  await expect(strip(page)).toContainText('Publishing, with 3 warnings')
})

function strip(page: Page) {
  return page.getByRole('region', { name: 'Pipeline' })
}

function fact(page: Page, name: string) {
  return strip(page)
    .locator('div', { has: page.getByText(name, { exact: true }) })
    .getByRole('definition')
}

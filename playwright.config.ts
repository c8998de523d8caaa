import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions, findChromium, findHeadlessShell } from './testing/browser/chromium.mjs'
import { keepFilesInMemory, memoryFolder } from './testing/memory-folder.ts'

keepFilesInMemory(process.env, memoryFolder())

// A shell hides and freezes no tabs: tests of that use the whole browser of e2e/fixtures/own-browser.ts.
const { executablePath, args } = chromiumLaunchOptions(findHeadlessShell() ?? findChromium())
// Pages of a shared process find their scripts compiled, but the browser would parse each again while it arrives: an
// eighth of the work of opening a page.
const launchOptions = { executablePath, args: [...args, '--js-flags=--no-script-streaming'] }

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // A file's tests share its server and run in order, two files at a time. The soak, which mostly waits, is beside them
  // from the start.
  workers: 3,
  projects: [
    { name: 'soak', testMatch: '**/never-wrong.spec.ts', workers: 1 },
    { name: 'pages', testIgnore: '**/never-wrong.spec.ts', workers: 2 },
  ],
  // A busy machine is no broken test; a test that must be quick has a limit of its own.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A test that needs a second try is a finding.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  // Traces would take a third more time; `npm run e2e -- --trace on` writes them.
  // A service worker hides the network that tests change; e2e/away/offline.spec.ts allows it.
  use: { launchOptions, screenshot: 'only-on-failure', serviceWorkers: 'block' },
})

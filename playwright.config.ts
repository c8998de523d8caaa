import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions, findChromium, findHeadlessShell } from './testing/browser/chromium.mjs'

// What a shell cannot do, e2e/fixtures/own-browser.ts has the whole browser for.
const launchOptions = chromiumLaunchOptions(findHeadlessShell() ?? findChromium())

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // A file's tests share its server and stay in order; two files run at a time, even on two cores: most of it is
  // waiting.
  workers: 2,
  // A busy machine is not a broken test; what has to be quick says so itself.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A test that needs a second try is a finding, not a nuisance.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  // A trace of every test would take a third of the time; `npm run e2e -- --trace on` makes them.
  // A service worker stands between a page and the network that tests change; e2e/away/offline.spec.ts lets it.
  use: { launchOptions, screenshot: 'only-on-failure', serviceWorkers: 'block' },
})

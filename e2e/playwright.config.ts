import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '../scripts/chromium.mjs'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // A file's tests share its server and stay in order; two files run at a time, even on two cores: most of it is waiting.
  workers: 2,
  timeout: 30_000,
  // A test that needs a second try is a finding, not a nuisance.
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: { launchOptions: chromiumLaunchOptions(), trace: 'retain-on-failure' },
})

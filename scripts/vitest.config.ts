import { fileURLToPath } from 'node:url'

export default {
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['{app,bench,docs,lib,scripts,server}/**/*.test.{ts,tsx}'],
    // A property runs hundreds of cases, and a busy machine is not a broken test.
    testTimeout: 20_000,
  },
}

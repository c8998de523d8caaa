import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readingTest } from '../fixtures/reading-test.ts'
import { expect } from '../fixtures/test.ts'

// The browser reports the refused request on the console.
readingTest.use({ allowedTrouble: /blocked by CORS policy|net::ERR_FAILED/ })

const fileOf = (path: string) => readFileSync(new URL(`../../docs${path}`, import.meta.url), 'utf8')

for (const path of ['/protocol/v1.json', '/protocol/asyncapi.json', '/protocol/openapi.json']) {
  readingTest(
    `given ${path}, when it is fetched twice, then the first answer is the file and the second is 304`,
    async ({ server }) => {
      const answer = await fetch(`${server.baseUrl}${path}`)
      expect([answer.status, await answer.text()]).toEqual([200, fileOf(path)])
      const again = await fetch(`${server.baseUrl}${path}`, {
        headers: { 'If-None-Match': answer.headers.get('etag') ?? '' },
      })
      expect(again.status).toBe(304)
    },
  )
}

readingTest(
  'given a page of another origin, then it can read the schema and the results but not /live',
  async ({ page, server }) => {
    const elsewhere = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>A tool</title>')
    }).listen(0, '127.0.0.1')
    await once(elsewhere, 'listening')
    try {
      await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
      const read = (path: string, tag?: string) =>
        page.evaluate(
          ([address = '', held]) =>
            fetch(address, held === undefined ? {} : { headers: { 'If-None-Match': held } }).then(
              (answer) => answer.text(),
              () => 'refused',
            ),
          [`${server.baseUrl}${path}`, tag] as const,
        )
      expect(await read('/protocol/v1.json')).toBe(fileOf('/protocol/v1.json'))
      expect(await read('/live/results.json')).toContain('Test Autocross')
      // With a header of its own, a browser sends a preflight.
      expect(await read('/live/history.json', '"held"')).toContain('"entries"')
      expect(await read('/live')).toBe('refused')
      expect(await read('/admin/sign-in')).toBe('refused')
    } finally {
      elsewhere.close()
      elsewhere.closeAllConnections()
    }
  },
)

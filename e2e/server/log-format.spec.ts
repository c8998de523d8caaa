import { expect, test } from '@playwright/test'
import { createTestServer } from '../fixtures/test-server.ts'

test('given LOG_FORMAT=json, then every line that is written is JSON, Next’s own lines too', async () => {
  const server = createTestServer()
  await server.start()
  const { process } = server
  await server.remove()
  for (const line of process.stdout().trimEnd().split('\n')) expect(line).toMatch(/^\{.*\}$/)
})

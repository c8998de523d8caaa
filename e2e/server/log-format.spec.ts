import { expect, test } from '../fixtures/test.ts'
import { createTestServer } from '../fixtures/test-server.ts'

test('given LOG_FORMAT=json, then every line of the log is JSON, also those of Next', async () => {
  const server = createTestServer()
  await server.start()
  const { process } = server
  await server.remove()
  for (const line of process.stdout().trimEnd().split('\n')) expect(line).toMatch(/^\{.*\}$/)
})

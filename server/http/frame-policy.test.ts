import { describe, expect, test } from 'vitest'
import { startEdgeServer } from './edge-server.fixture.ts'

const club = 'https://club.example'
const paths = ['/live', '/overlay', '/admin', '/embed/', '/embedded', '/EMBED', '/healthz', '/protocol/v1.json', '/']

describe('the headers that refuse frames', () => {
  test.each(['/embed', '/embed?view=pax'])(
    'given an allowed site, then %s names it and says nothing else',
    async (path) => {
      const headers = await headersOf(path, [club, 'http://127.0.0.1:8080'])
      expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${club} http://127.0.0.1:8080`)
      expect(headers.get('x-frame-options')).toBeNull()
    },
  )

  test.each(paths)('given an allowed site, then those of %s refuse it', async (path) => {
    const headers = await headersOf(path, [club])
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`)
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  test.each([...paths, '/embed'])('given no setting, then those of %s refuse every site', async (path) => {
    const headers = await headersOf(path, [])
    expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`)
    expect(headers.get('x-frame-options')).toBe('DENY')
  })
})

describe('the log', () => {
  const frame = (referer: string) => ({ 'Sec-Fetch-Dest': 'iframe', Referer: referer })

  test('given frames of sites that are not allowed, then it names each once, and what to set', async () => {
    const { port, lines } = await startEdgeServer({ frameAncestors: [club] })
    for (const referer of ['https://other.example/a', 'https://other.example/b', `${club}/results`]) {
      await fetch(`http://127.0.0.1:${port}/embed`, { headers: frame(referer) })
    }
    const told = lines.filter((line) => line.includes('FRAME_ANCESTORS'))
    expect(told.map((line) => JSON.parse(line).origin)).toEqual(['https://other.example'])
  })

  test('given a thousand invented sites, then it names ten', async () => {
    const { port, lines } = await startEdgeServer()
    for (let site = 0; site < 1000; site += 1) {
      await fetch(`http://127.0.0.1:${port}/embed`, { headers: frame(`https://site-${site}.example/`) })
    }
    expect(lines.filter((line) => line.includes('FRAME_ANCESTORS'))).toHaveLength(10)
  })

  test('given a page that is opened by itself, or a frame of another page, then it says nothing', async () => {
    const { port, lines } = await startEdgeServer()
    await fetch(`http://127.0.0.1:${port}/embed`, { headers: { 'Sec-Fetch-Dest': 'document' } })
    await fetch(`http://127.0.0.1:${port}/live`, { headers: frame('https://other.example/') })
    expect(lines.join()).not.toContain('FRAME_ANCESTORS')
  })
})

async function headersOf(path: string, frameAncestors: readonly string[]): Promise<Headers> {
  const { port } = await startEdgeServer({ frameAncestors })
  return (await fetch(`http://127.0.0.1:${port}${path}`)).headers
}

import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Server as NetServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { whyNoAnswer } from './why-no-answer.ts'

const servers: (Server | NetServer)[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  }
})

async function listen(server: Server | NetServer): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const answering = (answer: RequestListener) => listen(createHttpServer(answer))

describe('the reason for no answer', () => {
  test('says that nothing listens when no program has the port', async () => {
    const host = await listen(createNetServer())
    await new Promise((resolve) => servers.pop()?.close(resolve))
    expect(await whyNoAnswer(`http://${host}`)).toBe(
      `nothing listens at ${host}. Start the server with "npm start", or name its address.`,
    )
  })

  test('says that the name is not known when it does not resolve', async () => {
    expect(await whyNoAnswer('http://timing.invalid')).toContain('the name timing.invalid is not known here')
  })

  test('says that the host does not answer when a connection is silent', async () => {
    const host = await listen(createNetServer((socket) => void socket.on('error', () => {}).unref()))
    expect(await whyNoAnswer(`http://${host}`)).toContain(`${host} does not answer`)
  })

  test('says that the server is starting when /readyz is 503', async () => {
    const host = await answering((_, response) => response.writeHead(503).end('starting'))
    expect(await whyNoAnswer(`http://${host}`)).toContain('still starting')
  })

  test('asks about a proxy when /readyz is reachable and the socket is not', async () => {
    const host = await answering((request, response) => {
      response.writeHead(request.url === '/readyz' ? 200 : 404).end('ready')
    })
    expect(await whyNoAnswer(`http://${host}`)).toContain('Does a proxy pass on /socket.io/?')
  })

  test('asks about the port when /readyz is not found', async () => {
    const host = await answering((_, response) => response.writeHead(404).end('\x1b[2J'))
    expect(await whyNoAnswer(`http://${host}`)).toBe(
      'what answers there is no Paddock (404 for /readyz). Is the port right?',
    )
  })

  test('asks about the port when /readyz is a page', async () => {
    const host = await answering((_, response) => response.end('<!doctype html>'))
    expect(await whyNoAnswer(`http://${host}`)).toContain('what answers there is no Paddock (200 for /readyz)')
  })

  test('names the other origin when the server redirects', async () => {
    const host = await answering((_, response) => {
      response.writeHead(301, { location: 'https://results.example.org/readyz' }).end()
    })
    expect(await whyNoAnswer(`http://${host}`)).toContain('it sends everybody on to https://results.example.org.')
  })

  test('suggests http:// when there is no TLS', async () => {
    const host = await answering((_, response) => response.end('ready'))
    expect(await whyNoAnswer(`https://${host}`)).toContain('Is it http://')
  })
})

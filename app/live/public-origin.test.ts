import { describe, expect, test } from 'vitest'
import { publicOrigin } from './public-origin.ts'

describe('public origin', () => {
  test.each([
    ['localhost:3000', null, 'http://localhost:3000/'],
    ['results.club.example', 'https', 'https://results.club.example/'],
    ['results.club.example', 'https, http', 'https://results.club.example/'],
    ['192.168.1.5:8080', 'gopher', 'http://192.168.1.5:8080/'],
    ['[::1]:3000', null, 'http://[::1]:3000/'],
  ])('of Host %s and X-Forwarded-Proto %s is %s', (host, protocol, address) => {
    expect(publicOrigin(host, protocol)?.href).toBe(address)
  })

  test.each([
    [null],
    [''],
    ['evil"><script>'],
    ['club.example@evil.example'],
    ['club.example/path'],
    ['club.example?'],
    ['a b'],
    ['club.example:99999'],
    ['club.example:80:80'],
    ['[::1'],
    ['x'.repeat(300)],
    ['-club.example'],
    ['клуб.example'],
  ])('is undefined when the Host is %j', (host) => {
    expect(publicOrigin(host, 'https')).toBeUndefined()
  })
})

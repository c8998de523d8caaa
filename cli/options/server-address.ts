import { OptionError } from './option-error.ts'

export const defaultAddress = 'http://localhost:3000'

const pages = new Set(['/', '/live', '/live/'])

/**
 * The origin of a server, from an address as people write it: `timing.example.org`, `localhost:8080`,
 * `https://example.org/live?view=table`. Throws OptionError.
 */
export function readAddress(text: string): string {
  const written = text.trim()
  if (/^:?\d{1,5}$/.test(written)) {
    const port = written.replace(':', '')
    throw new OptionError(`"${text}" is only a port. For a server on this machine write localhost:${port}.`)
  }
  const address = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`)
  if (address === undefined || /\s/.test(written)) {
    throw new OptionError(`"${text}" is not the address of a server, such as ${defaultAddress}.`)
  }
  if (address.protocol !== 'http:' && address.protocol !== 'https:') {
    throw new OptionError(`"${text}" begins with ${address.protocol}//. An address begins with http:// or https://.`)
  }
  if (address.username !== '' || address.password !== '') {
    throw new OptionError('An address has no user name and no password in it: everybody may watch.')
  }
  if (!pages.has(address.pathname)) {
    throw new OptionError(`There is nothing to watch at ${address.pathname}. Write ${address.origin} alone.`)
  }
  return address.origin
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

/** Prefixes a text with its SHA-256 in hexadecimal and a line break, so that damage is detected. */
export async function sealText(text: string): Promise<string> {
  return `${await digestOf(text)}\n${text}`
}

/** The text without its seal; undefined when the seal is missing or does not match. */
export async function unsealText(sealed: string): Promise<string | undefined> {
  const end = sealed.indexOf('\n')
  const text = sealed.slice(end + 1)
  return end > 0 && sealed.slice(0, end) === (await digestOf(text)) ? text : undefined
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

// A text behind its SHA-256 in hexadecimal and a line break: a text that was damaged or written by other software
// shows.

export async function sealText(text: string): Promise<string> {
  return `${await digestOf(text)}\n${text}`
}

/** The text behind a seal; undefined when the two do not fit. */
export async function unsealText(sealed: string): Promise<string | undefined> {
  const end = sealed.indexOf('\n')
  const text = sealed.slice(end + 1)
  return end > 0 && sealed.slice(0, end) === (await digestOf(text)) ? text : undefined
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

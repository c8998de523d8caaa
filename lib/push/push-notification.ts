/** What a phone shows. Its service worker parses it, so that names stay. */
export interface PushNotification {
  readonly title: string
  readonly body: string
  /** A newer notification with the same tag replaces this one, on its way and on the phone. */
  readonly tag: string
  /** The path that opens when it is touched. */
  readonly url: string
}

/** In characters: a payload has at most 4,096 bytes, encrypted (RFC 8291). */
const longestTitle = 120
const longestBody = 400

/** The notification with texts of a bounded length: anybody can have written the names. */
export function bounded({ title, body, tag, url }: PushNotification): PushNotification {
  return { title: cut(title, longestTitle), body: cut(body, longestBody), tag, url }
}

function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

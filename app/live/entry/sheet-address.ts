/**
 * The address of a driver's sheet over the page with this query. It works without JavaScript, and as a link to send.
 */
export function sheetAddress(here: string, name: string): string {
  return `/live${here}${here === '' ? '?' : '&'}driver=${encodeURIComponent(name)}`
}

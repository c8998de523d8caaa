/** The address of a driver's sheet over the page with the query `here`. It works without JavaScript and when shared. */
export function sheetAddress(here: string, name: string): string {
  return `/live${here}${here === '' ? '?' : '&'}driver=${encodeURIComponent(name)}`
}

/** auto follows the system; sunlight is black on white, heavier, for a phone in the sun. */
export const themes = ['auto', 'light', 'dark', 'sunlight'] as const
export type Theme = (typeof themes)[number]

/** The page's ground in each theme (`--paper` in app/globals.css): what a browser colours its own bars with. */
export const paper: Readonly<Record<Exclude<Theme, 'auto'>, string>> = {
  light: '#fbfbf9',
  dark: '#121316',
  sunlight: '#ffffff',
}

/** The cookie that remembers it, so that the first paint has it already. It holds nothing but the theme. */
export const themeCookie = 'paddock_theme'

export function readTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'auto'
}

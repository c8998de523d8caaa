/** auto follows the system; sunlight is black on white, heavier, for a phone in the sun. */
export const themes = ['auto', 'light', 'dark', 'sunlight'] as const
export type Theme = (typeof themes)[number]

/** The background of each theme (`--paper` in app/globals.css), in which a browser colours its bars. */
export const paper: Readonly<Record<Exclude<Theme, 'auto'>, string>> = {
  light: '#fbfbf9',
  dark: '#121316',
  sunlight: '#ffffff',
}

/** The cookie with the theme alone; lib/reader/first-paint.ts applies it. */
export const themeCookie = 'paddock_theme'

/** Any other text is `auto`. */
export function readTheme(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? 'auto'
}

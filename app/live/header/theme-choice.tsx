'use client'

import { type RefObject, useState } from 'react'
import { readTheme, type Theme, themeCookie, themes } from '../../../lib/reader/theme.ts'
import styles from './theme-choice.module.css'

const names: Readonly<Record<Theme, string>> = {
  auto: 'System',
  light: 'Light',
  dark: 'Dark',
  sunlight: 'Sunlight',
}
const oneYear = 365 * 24 * 3600

/** The choice of colours, saved in a cookie. Rendered only in the browser. */
export function ThemeChoice({ ref }: { readonly ref: RefObject<HTMLLabelElement | null> }) {
  const [theme, setTheme] = useState(() => readTheme(document.documentElement.dataset.theme))

  const choose = (chosen: Theme) => {
    setTheme(chosen)
    document.documentElement.dataset.theme = chosen
    // biome-ignore lint/suspicious/noDocumentCookie: not every supported browser has the Cookie Store API
    document.cookie = `${themeCookie}=${chosen}; path=/; max-age=${oneYear}; samesite=lax`
  }

  return (
    <label ref={ref}>
      Colours{' '}
      <select className={styles.choice} value={theme} onChange={(event) => choose(readTheme(event.target.value))}>
        {themes.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { paper, readTheme, type Theme, themeCookie } from '../lib/reader/theme.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Paddock', template: '%s · Paddock' },
  description: 'Live results for motorsport events.',
  appleWebApp: { capable: true, title: 'Paddock', statusBarStyle: 'default' },
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme()
  const auto = [
    { media: '(prefers-color-scheme: light)', color: paper.light },
    { media: '(prefers-color-scheme: dark)', color: paper.dark },
  ]
  return { width: 'device-width', initialScale: 1, themeColor: theme === 'auto' ? auto : paper[theme] }
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" data-theme={await chosenTheme()}>
      <body>{children}</body>
    </html>
  )
}

async function chosenTheme(): Promise<Theme> {
  return readTheme((await cookies()).get(themeCookie)?.value)
}

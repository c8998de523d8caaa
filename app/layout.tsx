import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { paper } from '../lib/reader/theme.ts'
import { firstPaintScript } from './first-paint.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Paddock', template: '%s · Paddock' },
  description: 'Live results for motorsport events.',
  appleWebApp: { capable: true, title: 'Paddock', statusBarStyle: 'default' },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: paper.light },
    { media: '(prefers-color-scheme: dark)', color: paper.dark },
  ],
}

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    // The script changes the element before React sees it.
    <html lang="en" data-theme="auto" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, whose hash the policy allows */}
        <script dangerouslySetInnerHTML={{ __html: firstPaintScript }} />
      </head>
      <body>{children}</body>
    </html>
  )
}

import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { firstPaintScript } from '../lib/reader/first-paint.ts'
import { paper } from '../lib/reader/theme.ts'
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

/** Rendered for each request, since a page that is made at build time has no nonce for its scripts. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  await connection()
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

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The server compresses each page once; nothing uses the image optimizer.
  compress: false,
  images: { unoptimized: true },
  experimental: {
    // No style sheet calls light-dark(), which would set two more variables with every color-scheme.
    useLightningcss: true,
    lightningCssFeatures: { exclude: ['light-dark'] },
    // Few files, but one for the big screen: the default puts its 12 KB of styles into every first load.
    cssChunking: { type: 'graph', requestCost: 40000 },
  },
  // `npm test` checks the types of everything; a club that starts the program need not wait for it.
  typescript: { ignoreBuildErrors: true },
}

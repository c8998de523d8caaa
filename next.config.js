/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The server compresses each page once; nothing uses the image optimizer.
  compress: false,
  images: { unoptimized: true },
  // No style sheet calls light-dark(), which would set two more variables with every color-scheme.
  experimental: { lightningCssFeatures: { exclude: ['light-dark'] } },
  // `npm test` checks the types of everything; a club that starts the program need not wait for it.
  typescript: { ignoreBuildErrors: true },
}

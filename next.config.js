/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks the types of everything; a club that starts the program need not wait for it.
  typescript: { ignoreBuildErrors: true },
}

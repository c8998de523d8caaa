import { connection } from 'next/server'

export default async function NotFound() {
  // Rendered for each request, since each has its own Content-Security-Policy nonce.
  await connection()
  return (
    <main className="message-page">
      <h1>There is no such page</h1>
      <p>The address may be mistyped, or of another event.</p>
      <p>
        <a href="/live">To the results</a>
      </p>
    </main>
  )
}

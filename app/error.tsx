'use client'

export default function ErrorPage({ reset }: { readonly reset: () => void }) {
  return (
    <main className="message-page">
      <h1>This page broke</h1>
      <p>The results themselves are safe. Trying again mostly helps.</p>
      <p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </p>
    </main>
  )
}

// The server itself, as `npm start` runs it: without a process beside it that starts it again.

// Set here, because `NODE_ENV=production node ...` does not work on Windows, and before the server reads it.
process.env.NODE_ENV = 'production'

// In the same process, so that signals and arguments reach the server.
await import('../dist/server/main.js')

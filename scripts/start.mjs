// Set here, since `NODE_ENV=production node ...` is no command on Windows; and before the server is loaded, which reads
// it.
process.env.NODE_ENV = 'production'

// In this very process: a signal that is meant for the server reaches it, and its arguments are ours.
await import('../dist/server/main.js')

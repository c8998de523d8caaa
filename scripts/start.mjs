// Set here, since `NODE_ENV=production node ...` is no command on Windows; and before the server is loaded, which reads it.
process.env.NODE_ENV = 'production'

// npm passes a signal on to a shell, which ends without telling us: the server would live on, unseen, and hold its port.
if (process.env.npm_lifecycle_event === 'start') {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

// In this very process: a signal that is meant for the server reaches it, and its arguments are ours.
await import('../dist/server/main.js')

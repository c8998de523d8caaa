/**
 * Loaded before the command, with --import: makes its pipes look like a terminal of 80 columns and 24 rows. SIGWINCH
 * makes the terminal smaller, SIGUSR2 makes the command throw, SIGALRM makes it exit.
 */
Object.assign(process.stdout, { isTTY: true, columns: 80, rows: 24 })
Object.assign(process.stdin, {
  isTTY: true,
  setRawMode: (raw: boolean) => process.stderr.write(raw ? '[raw]' : '[cooked]'),
})
process.on('SIGWINCH', () => {
  Object.assign(process.stdout, { columns: 50, rows: 8 })
  process.stdout.emit('resize')
})
process.on('SIGUSR2', () => {
  throw new Error('failed on purpose')
})
process.on('SIGALRM', () => process.exit(7))

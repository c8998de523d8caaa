/**
 * A minimal page for comparison: a bare client of the live protocol that holds the list, sorts it by class and best
 * run, and rewrites the whole table with innerHTML at every update, without React, memoization or virtualization. It
 * names the version that it shows, like /live.
 */
export function peerPage(server: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Peer</title>
<style>td { padding: 2px 6px; white-space: nowrap } table { border-collapse: collapse; font-family: sans-serif }</style>
</head>
<body>
<div id="board" data-version="0" data-connection="connecting"><table id="table"></table></div>
<script src="/socket.io.js"></script>
<script>
const board = document.getElementById('board')
const table = document.getElementById('table')
const escaped = (text) => String(text ?? '').replace(/[&<>"]/g, (one) => '&#' + one.charCodeAt(0) + ';')
let drivers = new Map()

function best(runs) {
  let least = Infinity
  for (const run of runs) {
    const [time, penalty] = run.split('+')
    const total = penalty && !Number(penalty) ? Infinity : Number(time) + 2 * Number(penalty || 0)
    if (total < least) least = total
  }
  return least
}

function show(version) {
  const rows = [...drivers.values()].map((driver) => ({ driver, total: best(driver.runs ?? []) }))
  rows.sort((a, b) => (a.driver.class < b.driver.class ? -1 : a.driver.class > b.driver.class ? 1 : a.total - b.total))
  table.innerHTML = rows
    .map(({ driver, total }) =>
      '<tr><td>' + [driver.class, driver.number, driver.driver_name, driver.car, total.toFixed(3), ...(driver.runs ?? [])]
        .map(escaped).join('</td><td>') + '</td></tr>')
    .join('')
  board.dataset.version = version
  board.dataset.connection = 'live'
}

const socket = io(${JSON.stringify(`${server}/live`)}, { transports: ['websocket'] })
socket.on('connect', () => {
  socket.emit('version_check', { source: 'browser', action: 'version_check', data: { version: 0 } })
})
socket.on('all_drivers', ({ data }) => {
  drivers = new Map(data.drivers.map((driver) => [driver.driver_name, driver]))
  show(data.version)
})
socket.on('update_drivers', ({ data }) => {
  for (const name of data.drivers.destroy) drivers.delete(name)
  for (const driver of data.drivers.update) drivers.set(driver.driver_name, driver)
  show(data.version)
})
</script>
</body>
</html>
`
}

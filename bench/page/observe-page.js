// Runs in the page before its own scripts, as a separate file, since a compiled function would not run in a page. It
// records into window.observed and calls `paddockReport` when the page is whole or shows an update.
const observed = { firstPaint: 0, largestPaint: 0, shift: 0, whole: 0, longTasks: [], interactions: [], answers: [] }
window.observed = observed

function observe(type, take, options = {}) {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) take(entry)
  }).observe({ type, buffered: true, ...options })
}

observe('paint', ({ name, startTime }) => {
  if (name === 'first-contentful-paint') observed.firstPaint = startTime
})
observe('largest-contentful-paint', ({ startTime }) => {
  observed.largestPaint = startTime
})
observe('longtask', ({ startTime, duration }) => {
  observed.longTasks.push({ startTime, duration })
})
observe(
  'event',
  ({ name, interactionId, duration }) => {
    if (interactionId) observed.interactions.push({ name, id: interactionId, duration })
  },
  { durationThreshold: 16 },
)

// Cumulative layout shift as Chrome counts it: the worst window of shifts at most 1 s apart, and of 5 s at most.
let [windowShift, windowStart, lastShift] = [0, 0, Number.NEGATIVE_INFINITY]
observe('layout-shift', ({ value, startTime, hadRecentInput }) => {
  if (hadRecentInput) return
  if (startTime - lastShift > 1000 || startTime - windowStart > 5000) [windowShift, windowStart] = [0, startTime]
  lastShift = startTime
  windowShift += value
  observed.shift = Math.max(observed.shift, windowShift)
})

function isWhole() {
  if (observed.whole > 0) return
  observed.whole = performance.now()
  window.paddockReport('whole')
}

// An update begins when its message arrives.
window.WebSocket = class extends WebSocket {
  constructor(...options) {
    super(...options)
    this.addEventListener('message', () => performance.mark('paddock:came'))
  }
}

const board = '[data-version]'
new MutationObserver((changes) => {
  if (document.querySelector(`${board}[data-connection="live"]`)) isWhole()
  if (!changes.some(({ attributeName }) => attributeName === 'data-version')) return
  performance.mark('paddock:shown')
  // After the frame that shows it, so that the report is not measured.
  requestAnimationFrame(() => setTimeout(() => window.paddockReport('shown')))
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-version', 'data-connection'] })

// From a touch or a key until the frame with the rows of the new view.
let asked = 0
const ask = ({ timeStamp }) => {
  asked = timeStamp
}
addEventListener('pointerdown', ask, true)
addEventListener('keydown', ask, true)
new MutationObserver(([{ target }]) => {
  if (target.getAttribute('aria-busy') !== 'false') return
  requestAnimationFrame(() => setTimeout(() => observed.answers.push(performance.now() - asked)))
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['aria-busy'] })

// A static page is whole when its document is loaded.
document.addEventListener('DOMContentLoaded', () => document.querySelector(board) || isWhole())

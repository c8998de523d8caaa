// Runs in the page, before its own scripts: a file of its own, since what a build does to a function breaks it in a
// page. What it sees lies in window.observed, and `paddockReport` tells the benchmark that something is there.
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

// An update begins when its message comes.
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
  // After the frame that shows it, so that telling is no part of what is measured.
  requestAnimationFrame(() => setTimeout(() => window.paddockReport('shown')))
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-version', 'data-connection'] })

// From a finger or a key until the frame with the rows that it asked for.
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

// A page that is not live is whole when it is there.
document.addEventListener('DOMContentLoaded', () => document.querySelector(board) || isWhole())

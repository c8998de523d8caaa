import { dismissedMessageKey } from './dismissed-message.ts'
import { mostStripLines, stripCookie } from './strip-lines.ts'
import { paper, themeCookie, themes } from './theme.ts'

/**
 * A script that runs before the first paint and applies what this browser chose: `data-theme` and the colour of the
 * browser's bars, `--strip-lines`, the number of lines to reserve for followed entries, and `data-dismissed` when the
 * message of the page was dismissed before. In a frame of another site its address has the theme, and nothing may be
 * stored. The server knows none of this: every reader gets the same bytes.
 */
export const firstPaintScript = `(function () {
  var root = document.documentElement
  function cookie(name) {
    try {
      var found = document.cookie.match('(?:^|; )' + name + '=([^;]*)')
    } catch (error) {}
    return found ? found[1] : ''
  }
  var isFrame = location.pathname === '/embed'
  var theme = isFrame ? (/[?&]theme=(\\w+)/.exec(location.search) || [])[1] : cookie('${themeCookie}')
  var papers = ${JSON.stringify(paper)}
  if (${JSON.stringify(themes)}.indexOf(theme) > 0) {
    root.setAttribute('data-theme', theme)
    var meta = document.createElement('meta')
    meta.name = 'theme-color'
    meta.content = papers[theme]
    document.head.insertBefore(meta, document.head.firstChild)
  }
  var lines = cookie('${stripCookie}')
  if (/^[1-${mostStripLines + 1}]$/.test(lines)) root.style.setProperty('--strip-lines', lines)
  var dismissed = null
  try { dismissed = localStorage.getItem('${dismissedMessageKey}') } catch (error) {}
  if (dismissed) new MutationObserver(function (_, observer) {
    var message = document.querySelector('[data-message]')
    if (!message) return
    observer.disconnect()
    if (+message.getAttribute('data-message') > +dismissed) return
    message.style.display = 'none'
    root.setAttribute('data-dismissed', '')
  }).observe(root, { childList: true, subtree: true })
})()`

import { mostStripLines, stripCookie } from './strip-lines.ts'
import { paper, themeCookie, themes } from './theme.ts'

/**
 * A script that runs before the first paint and applies what this browser chose, from its cookies: `data-theme` and the
 * colour of the browser's bars, and `--strip-lines`, the number of lines to reserve for followed entries. The server
 * does not read these cookies, so that a page is the same bytes for every reader.
 */
export const firstPaintScript = `(function () {
  var root = document.documentElement
  function cookie(name) {
    var found = document.cookie.match('(?:^|; )' + name + '=([^;]*)')
    return found ? found[1] : ''
  }
  var theme = cookie('${themeCookie}')
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
})()`

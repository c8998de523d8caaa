// Without a network nothing can be loaded later: all that the live page loads lazily is part of this page and saved
// with it.

import '../../lib/live/live-client.ts'
import '../live/callouts/callouts-notice.tsx'
import '../live/sheet/driver-sheet.tsx'
import '../live/follow/follow-menu.tsx'
import '../live/follow/follow-notice.tsx'
import '../live/latest/latest-view.tsx'
import '../live/mine/mine-view.tsx'
import '../live/callouts/starred-callouts.ts'
import '../live/results/windowed-results.tsx'

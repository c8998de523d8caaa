// Offline, nothing can be loaded lazily: the offline page imports these modules statically, so that the service
// worker saves them with it.

import '../live/callouts/callouts-notice.tsx'
import '../live/connection/live-parts.ts'
import '../live/desk/desk-messages.tsx'
import '../live/sheet/best-run-time.tsx'
import '../live/sheet/driver-sheet.tsx'
import '../live/follow/follow-menu.tsx'
import '../live/follow/follow-notice.tsx'
import '../live/header/unknown-driver.tsx'
import '../live/latest/latest-view.tsx'
import '../live/entry/class-state-mark.tsx'
import '../live/lines/star-line.tsx'
import '../live/rhythm/rhythm-parts.ts'
import '../live/mine/mine-view.tsx'
import '../live/callouts/starred-callouts.ts'
import '../live/results/windowed-results.tsx'
import '../live/wide/table-view.tsx'

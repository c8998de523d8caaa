// Without a network nothing can be loaded later: what the live page leaves for later is part of this one, and is kept with it.

import '../../lib/live-client.ts'
import '../live/driver-sheet.tsx'
import '../live/follow-menu.tsx'
import '../live/latest-view.tsx'
import '../live/mine-view.tsx'
import '../live/windowed-results.tsx'

// The style sheets of all lazily loaded views: the server may render such a view, and it must have its styles before a
// script runs. Those of the big screen are left to server/pages/render/big-screen-styles.ts, and the rows of the menu
// bring their own, since nothing renders them before they are loaded.

import './announcer/announcer-view.module.css'
import './charts/charts-view.module.css'
import './sheet/driver-sheet.module.css'
import './lines/star-line.module.css'
import './kiosk/kiosk-controls.module.css'
import './mine/mine-view.module.css'
import './latest/news-list.module.css'
import './header/notice.module.css'
import './follow/share-followed.module.css'
import './sheet/run-table.module.css'
import './sheet/share-button.module.css'
import './sheet/sheet-header.module.css'
import './sheet/sheet-positions.module.css'
import './sheet/sheet-rival.module.css'
import './sheet/sheet-table.module.css'
import './entry/star-icon.module.css'
import './wide/column-chooser.module.css'
import './wide/scroll-edges.module.css'
import './wide/wide-table.module.css'

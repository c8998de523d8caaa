import { AnnouncerView, ChartsView, LatestView, MineView, TableView } from './lazy-views.ts'
import { ClassView } from './views/class-view.tsx'
import { RankingView } from './views/ranking-view.tsx'
import type { LatestViewProps } from './views/view-props.ts'

/** Renders the chosen view. */
export function CurrentView(props: LatestViewProps) {
  switch (props.choice.view) {
    case 'mine':
      return <MineView {...props} />
    case 'class':
      return <ClassView {...props} />
    case 'pax':
    case 'raw':
      return <RankingView by={props.choice.view} {...props} />
    case 'latest':
      return <LatestView {...props} />
    case 'table':
      return <TableView {...props} />
    case 'announcer':
      return <AnnouncerView {...props} />
    case 'charts':
      return <ChartsView {...props} />
  }
}

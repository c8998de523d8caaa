import { AnnouncerView, ChartsView, LatestView, MineView } from './lazy-views.ts'
import { ClassView } from './results/class-view.tsx'
import { RankingView } from './results/ranking-view.tsx'
import { TableView } from './results/table-view.tsx'
import type { LatestViewProps } from './results/view-props.ts'

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

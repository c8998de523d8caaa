import { CalloutSwitches } from '../callouts/callout-switches.tsx'
import { Legend } from '../header/legend.tsx'
import { pushSwitch } from '../push/lazy-push-switch.ts'
import { DataUsed } from './data-usage.tsx'
import { ShareFollowed } from './share-followed.tsx'

interface Props {
  /** The followed drivers, by driver_name. */
  readonly stars: ReadonlySet<string>
  readonly title: string
  /** The bytes sent and received over the socket so far. */
  readonly socketBytes: () => number
}

/** The rows of the menu that load when it opens: the legend, and this browser's drivers, callouts and data usage. */
export function FollowMenu({ stars, title, socketBytes }: Props) {
  return (
    <>
      <Legend />
      <ShareFollowed names={[...stars]} title={title} />
      <CalloutSwitches followed={stars.size} />
      {stars.size > 0 && <pushSwitch.Part />}
      <DataUsed socketBytes={socketBytes} />
    </>
  )
}

import { CalloutSwitches } from '../callouts/callout-switches.tsx'
import { DataUsed } from './data-usage.tsx'
import { ShareFollowed } from './share-followed.tsx'

interface Props {
  /** Whom the reader follows, by driver_name. */
  readonly stars: ReadonlySet<string>
  readonly title: string
  /** What has come and gone over the socket so far. */
  readonly socketBytes: () => number
}

/** The rows of the menu that are about this browser: whom it follows, how it tells of them, what that costs. */
export function FollowMenu({ stars, title, socketBytes }: Props) {
  return (
    <>
      <ShareFollowed names={[...stars]} title={title} />
      <CalloutSwitches followed={stars.size} />
      <DataUsed socketBytes={socketBytes} />
    </>
  )
}

import { useRef } from 'react'
import { CalloutSwitches } from '../callouts/callout-switches.tsx'
import { Legend } from '../header/legend.tsx'
import { ThemeChoice } from '../header/theme-choice.tsx'
import { pushSwitch } from '../push/lazy-push-switch.ts'
import { DataUsed } from './data-usage.tsx'
import { ShareFollowed } from './share-followed.tsx'
import { useClosing } from './use-closing.ts'

interface Props {
  /** The followed drivers, by driver_name. */
  readonly stars: ReadonlySet<string>
  readonly title: string
  /** The bytes sent and received over the socket so far. */
  readonly socketBytes: () => number
}

/** The rows of the menu that load when it opens: colours, the legend, this browser's drivers, callouts and data. */
export function FollowMenu({ stars, title, socketBytes }: Props) {
  const inside = useRef<HTMLLabelElement>(null)
  useClosing(inside)
  return (
    <>
      <ThemeChoice ref={inside} />
      <Legend />
      <ShareFollowed names={[...stars]} title={title} />
      <CalloutSwitches followed={stars.size} />
      {stars.size > 0 && <pushSwitch.Part />}
      <DataUsed socketBytes={socketBytes} />
    </>
  )
}

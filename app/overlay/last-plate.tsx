import { progressOf } from '../../lib/day/progress.ts'
import type { Standings } from '../../lib/standings/standings.ts'
import { correctionOutcome, correctionWords } from '../../lib/wording/correction-words.ts'
import { runClock, runPenalties } from '../../lib/wording/run-clock.ts'
import { runOutcome } from '../../lib/wording/run-outcome.ts'
import { withoutPlaceWords } from '../../lib/wording/without-place-words.ts'
import { AsOf } from './as-of.tsx'
import { gapAheadWords } from './gap-words.ts'
import type { LastRun } from './last-run.ts'
import { PlateText } from './plate-text.tsx'
import { PlateWho } from './plate-who.tsx'

interface Props {
  readonly last: LastRun
  readonly standings: Standings
  readonly staleSince: number | undefined
}

/** The last run: who drove it, its time, and what it meant. */
export function LastPlate({ last: { run, newest, standing }, standings, staleSince }: Props) {
  const { event } = standings
  const { kind, words } = outcome()
  const gap = kind === 'no_better' || kind === 'without_time' ? '' : gapAheadWords(standing, standings)
  return (
    <>
      <div className="overlay-line">
        <PlateWho
          standing={standing}
          details={[standing.driver.car, [`run ${run.run + 1}`, runPenalties(newest.text)].filter(Boolean).join(', ')]}
        />
        <PlateText className="overlay-time">{runClock(newest.text, event.time_format)}</PlateText>
      </div>
      <div className="overlay-strip">
        <PlateText className="overlay-outcome" kind={kind}>
          {[words, withoutPlaceWords(standing)].filter(Boolean).join(', ')}
        </PlateText>
        <span className="overlay-aside">
          {staleSince === undefined && [gap, event.state].filter(Boolean).join(' · ')}
          <AsOf at={staleSince} />
        </span>
      </div>
    </>
  )

  function outcome(): { readonly kind: string; readonly words: string } {
    if (newest.kind === 'correction') {
      const change = correctionWords(newest, event.time_format)
      return { kind: 'correction', words: `✎ ${change} · ${correctionOutcome(newest, event)}` }
    }
    const { kind: known, words: meant } = runOutcome(run, event)
    const { positions } = progressOf(run)
    const sign = positions > 0 ? `▲${positions} ` : known === 'no_better' ? '= ' : ''
    return { kind: known, words: `${sign}${meant}` }
  }
}

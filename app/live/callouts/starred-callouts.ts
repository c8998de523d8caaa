import { useEffect, useRef, useState } from 'react'
import type { News } from '../../../lib/day/news.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { spokenNews } from '../../../lib/wording/spoken-news.ts'
import { renewPush } from '../push/renew-push.ts'
import { createPacedSentences, type PacedSentences } from './paced-sentences.ts'
import { canSpeak, canVibrate, createSpeech, mayBeHeard } from './speech.ts'
import type { SpeechQueue } from './speech-queue.ts'
import { starredSince } from './starred-news.ts'
import { useCallouts } from './use-callouts.ts'

/**
 * The least time between two texts for screen readers, since each one interrupts the reader. Milliseconds.
 */
const pause = 5000

const buzzes: Readonly<Record<News['kind'], readonly number[]>> = { run: [200], correction: [100, 100, 100] }

interface Props {
  readonly news: readonly News[]
  /** The news that is known already; it is not announced. */
  readonly since: readonly News[]
  readonly stars: ReadonlySet<string>
  readonly standings: Standings
}

/**
 * Announces each run and correction of followed drivers that is not in `since`: returns it as a text for screen
 * readers, and speaks and vibrates where the reader has switched that on.
 */
export function StarredCallouts({ news, since, stars, standings }: Props): string {
  const [text, setText] = useState('')
  const [{ speech, vibration }] = useCallouts()
  const known = useRef(since)
  const texts = useRef<PacedSentences>(undefined)
  const voice = useRef<SpeechQueue>(undefined)

  useEffect(() => {
    texts.current = createPacedSentences(setText, (then) => {
      const timer = setTimeout(then, pause)
      return () => clearTimeout(timer)
    })
    return () => texts.current?.stop()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads the stored stars, which change with these
  useEffect(renewPush, [stars])

  useEffect(() => {
    if (!speech || !canSpeak()) return
    const own = createSpeech()
    voice.current = own
    return () => {
      own.silence()
      voice.current = undefined
    }
  }, [speech])

  useEffect(() => {
    const unannounced = starredSince(news, known.current, stars)
    known.current = news
    if (unannounced.length === 0) return
    texts.current?.say(unannounced.map((one) => spokenNews(one, standings, 'screen_reader')))
    if (!mayBeHeard()) return
    for (const one of unannounced) voice.current?.say(spokenNews(one, standings, 'speech'))
    if (vibration && canVibrate()) {
      navigator.vibrate([...buzzes[unannounced.some(({ kind }) => kind === 'run') ? 'run' : 'correction']])
    }
  }, [news, stars, standings, vibration])

  return text
}

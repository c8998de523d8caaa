import { useEffect, useRef, useState } from 'react'
import type { News } from '../../../lib/day/news.ts'
import type { Standings } from '../../../lib/standings/standings.ts'
import { spokenNews } from '../../../lib/wording/spoken-news.ts'
import { createPacedSentences, type PacedSentences } from './paced-sentences.ts'
import { canSpeak, canVibrate, createSpeech, mayBeHeard } from './speech.ts'
import type { SpeechQueue } from './speech-queue.ts'
import { starredSince } from './starred-news.ts'
import { useCallouts } from './use-callouts.ts'

/**
 * At most one text for screen readers in this time: who reads something else is not to be talked over. Milliseconds.
 */
const pause = 5000

const buzzes: Readonly<Record<News['kind'], readonly number[]>> = { run: [200], correction: [100, 100, 100] }

interface Props {
  readonly news: readonly News[]
  /** What is known already, and not announced. */
  readonly since: readonly News[]
  readonly stars: ReadonlySet<string>
  readonly standings: Standings
}

/**
 * Announces every run and correction of the followed drivers that is not in `since`: as a text for screen readers, and
 * by voice and vibration where the reader has switched them on. Nothing of other drivers.
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
    const happened = starredSince(news, known.current, stars)
    known.current = news
    if (happened.length === 0) return
    texts.current?.say(happened.map((one) => spokenNews(one, standings, 'screen_reader')))
    if (!mayBeHeard()) return
    for (const one of happened) voice.current?.say(spokenNews(one, standings, 'speech'))
    if (vibration && canVibrate()) {
      navigator.vibrate([...buzzes[happened.some(({ kind }) => kind === 'run') ? 'run' : 'correction']])
    }
  }, [news, stars, standings, vibration])

  return text
}

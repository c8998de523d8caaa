import { createSpeechQueue, type SpeechQueue } from './speech-queue.ts'

/** Engines that never tell of an end must not silence what comes after. Milliseconds, and for each character. */
const longest = 20_000
const perCharacter = 200

export function canSpeak(): boolean {
  return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window
}

/** Phones only: what lies on a table and cannot shake has the function, too. */
export function canVibrate(): boolean {
  return typeof navigator.vibrate === 'function' && navigator.maxTouchPoints > 0
}

/** Browsers are silent until somebody has touched the page; those that do not tell may be loud. */
export function mayBeHeard(): boolean {
  return (navigator as { readonly userActivation?: UserActivation }).userActivation?.hasBeenActive ?? true
}

/** Says sentences with the browser's own engine, in English, one after the other. */
export function createSpeech(): SpeechQueue {
  return createSpeechQueue(speak)
}

/** Says one sentence; `done` is called when it was said or could not be. Returns how to cut it off. */
export function speak(sentence: string, done: () => void = () => {}): () => void {
  const engine = window.speechSynthesis
  const utterance = new SpeechSynthesisUtterance(sentence)
  utterance.lang = 'en'
  const voice = englishVoice(engine.getVoices())
  if (voice) utterance.voice = voice
  const timer = setTimeout(
    () => {
      engine.cancel()
      done()
    },
    longest + perCharacter * sentence.length,
  )
  const end = () => {
    clearTimeout(timer)
    done()
  }
  utterance.addEventListener('end', end)
  utterance.addEventListener('error', end)
  engine.speak(utterance)
  return () => {
    clearTimeout(timer)
    engine.cancel()
  }
}

/** The reader's own if it speaks English, else one that is on the device: names need not leave it. */
function englishVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const english = voices.filter(({ lang }) => /^en\b/i.test(lang))
  return english.find((voice) => voice.default) ?? english.find((voice) => voice.localService) ?? english[0]
}

import { createSpeechQueue, type SpeechQueue } from './speech-queue.ts'

/** Some engines never report an end: after this time a sentence is over. Milliseconds, plus those per character. */
const longest = 20_000
const perCharacter = 200

export function canSpeak(): boolean {
  return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window
}

/** Touch screens only: desktop browsers have the function too, without anything that vibrates. */
export function canVibrate(): boolean {
  return typeof navigator.vibrate === 'function' && navigator.maxTouchPoints > 0
}

/** False while the browser blocks speech and vibration, until a first touch; true where it does not report this. */
export function mayBeHeard(): boolean {
  return (navigator as { readonly userActivation?: UserActivation }).userActivation?.hasBeenActive ?? true
}

/** A queue that speaks English with the browser's engine. */
export function createSpeech(): SpeechQueue {
  return createSpeechQueue(speak)
}

/** Speaks one sentence; calls `done` when it has ended or failed. Returns how to cut it off. */
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

/** The default voice if it is English, else one on the device, which sends no names anywhere; else any English one. */
function englishVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const english = voices.filter(({ lang }) => /^en\b/i.test(lang))
  return english.find((voice) => voice.default) ?? english.find((voice) => voice.localService) ?? english[0]
}

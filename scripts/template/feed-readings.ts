import { createFeedMemory } from '../../server/publisher/feeds/feed-memory.ts'
import type { FeedReadings } from '../../server/publisher/feeds/feed-reading.ts'
import { feedLines } from '../../server/publisher/recognise/feed-lines.ts'
import { textOfFile } from '../../server/publisher/recognise/text-of-file.ts'

/** What the recorded feeds among these files have said, as that of one timing system with this name. */
export function feedReadings(files: readonly { readonly bytes: Uint8Array }[], name: string | undefined): FeedReadings {
  const lines = files.flatMap(({ bytes }) => feedLines(textOfFile(bytes).text.trimStart()) ?? [])
  if (name === undefined || lines.length === 0) return {}
  const memory = createFeedMemory()
  for (const line of lines) memory.add(line)
  memory.show()
  return { [name]: { address: '127.0.0.1:50000', state: 'heard', timing: memory.timing(), doubts: memory.doubts() } }
}

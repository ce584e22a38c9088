import { createEngine, type Engine } from '../../detect/engine-state.ts'
import { minRecordedShift } from '../../detect/replay/record-events.ts'
import { replay } from '../../detect/replay/replay.ts'
import { shiftOf } from '../../detect/sensitivity.ts'
import type { Episode } from '../../market/episode.ts'
import { pairKey } from '../../market/pair.ts'
import type { Queries } from '../../shared/messages/queries.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { isWanted } from '../../shared/visible.ts'
import { createVoice } from './preview-notifier.ts'
import { readFrames } from './read-frames.ts'
import type { Chunk } from '../storage/chunk.ts'
import { recordMs } from './chunk-store.ts'

type Preview = Queries['preview']['answer']

/**
 * What settings would have done in the last 7 days: the record retold at their sensitivity, through the same
 * filters and rules of notification as live. Mutes of the moment are left aside, and so are the cards that come
 * from holding venues side by side.
 *
 * @param chunks pieces of the record, oldest first
 * @param now wall clock, ms
 * @throws RangeError where the settings are more sensitive than what is noted: nobody knows what they would have told
 */
export async function previewOf(
  settings: Settings,
  chunks: AsyncIterable<Pick<Chunk, 'bytes'>>,
  now: number,
): Promise<Preview> {
  const shift = shiftOf(settings.sensitivity)
  if (shift < minRecordedShift) throw new RangeError('more sensitive than what is noted')
  const engines = new Map<string, Engine>()
  const flagged = new Set<string>()
  const voice = createVoice(settings)
  let since: number | null = null
  // Between two pieces the store is read: the ticks of meanwhile are not held up.
  for await (const { bytes } of chunks) {
    for (const { venue, wall, steps } of readFrames(bytes)) {
      if (wall < now - recordMs) continue
      since ??= wall
      let engine = engines.get(venue)
      if (!engine) engines.set(venue, (engine = createEngine(venue, shift)))
      const wanted = replay(engine, steps).filter((episode) => isWanted(episode, settings))
      for (const episode of wanted) {
        const key = keyOf(episode)
        if (key !== null) flagged.add(key)
      }
      voice.hear(wanted, wall)
    }
  }
  voice.hear([], now)
  return { notifications: voice.notifications, flagged: flagged.size, since }
}

function keyOf({ venue, base, quote }: Episode): string | null {
  return base === null || quote === null ? null : pairKey({ venue, base, quote })
}

import { createEngine, type Engine } from '../../detect/engine-state.ts'
import { minRecordedShift } from '../../detect/replay/record-events.ts'
import { replay } from '../../detect/replay/replay.ts'
import { shiftOf } from '../../detect/sensitivity.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import type { Episode } from '../../market/episode.ts'
import { pairKey } from '../../market/pair.ts'
import type { Queries } from '../../shared/messages/queries.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { isWanted } from '../../shared/visible.ts'
import type { Chunk } from '../storage/chunk.ts'
import { setAside } from '../storage/set-aside.ts'
import { recordMs } from './chunk-store.ts'
import { createPreviewNotifier } from './preview-notifier.ts'
import type { RecordedFrame } from './frame.ts'
import { readFrames } from './read-frames.ts'

type Preview = Queries['preview']['answer']

/**
 * What settings would have done in the last 7 days: the recording replayed at their sensitivity, through the same
 * filters and notification rules as live. Left out: temporary mutes, and episodes found by comparing venues.
 *
 * @param chunks chunks of the recording, oldest first
 * @param now wall clock, ms
 * @throws RangeError where the settings are more sensitive than the recording: it lacks the events they need
 */
export async function previewOf(
  settings: Settings,
  chunks: AsyncIterable<Pick<Chunk, 'bytes'>>,
  now: number,
): Promise<Preview> {
  const shift = shiftOf(settings.sensitivity)
  if (shift < minRecordedShift) throw new RangeError('more sensitive than the recording')
  const engines = new Map<string, Engine>()
  const flagged = new Set<string>()
  const notifier = createPreviewNotifier(settings)
  let since: number | null = null
  function take({ venue, receivedAt, events }: RecordedFrame): void {
    // Recorded too long ago, or by a clock that ran ahead and was set back.
    if (elapsedMs(receivedAt, now) > recordMs) return
    since = Math.min(since ?? now, receivedAt)
    let engine = engines.get(venue)
    if (!engine) engines.set(venue, (engine = createEngine(venue, shift)))
    const wanted = replay(engine, events).filter((episode) => isWanted(episode, settings))
    for (const episode of wanted) {
      const key = keyOf(episode)
      if (key !== null) flagged.add(key)
    }
    notifier.take(wanted, receivedAt)
  }
  // Reading the next chunk from the store lets incoming ticks be handled in between.
  for await (const { bytes } of chunks) {
    try {
      for (const frame of readFrames(bytes)) take(frame)
    } catch (error) {
      // Read, but of nothing that a market does: what it led to is void as well.
      engines.clear()
      void setAside('recording', [String(error)], now)
    }
  }
  notifier.take([], now)
  return { notifications: notifier.notifications, flagged: flagged.size, since }
}

function keyOf({ venue, base, quote }: Episode): string | null {
  return base === null || quote === null ? null : pairKey({ venue, base, quote })
}

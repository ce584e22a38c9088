import { localZoneName } from '../timeline/zones.ts'
import type { DetailsWords } from '../words.ts'

/**
 * A replayed moment (market time, ms) with its zone, `05:23:30 JST`; with its day where that is not that of
 * `now`.
 */
export function replayedTime(words: DetailsWords, at: number, now = 0): string {
  return `${words.format.moment(at, now, 'second')} ${localZoneName(words, at)}`
}

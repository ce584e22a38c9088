import type { TextKey } from '../../shared/texts.ts'
import type { MenuItem } from '../menu/menu.tsx'
import type { Words } from '../words/words.ts'

const minuteMs = 60_000

const durations: readonly (readonly [TextKey, number])[] = [
  ['mute.quarter', 15 * minuteMs],
  ['mute.hour', 60 * minuteMs],
  ['mute.day', 24 * 60 * minuteMs],
]

/**
 * The items of a mute menu. Their values are durations in ms; null mutes until unmuted.
 *
 * @param isMarket whether a whole market is muted, not one pair
 */
export function muteItems({ say }: Words, isMarket: boolean): readonly MenuItem<number | null>[] {
  return [
    ...durations.map(([text, value]) => ({ value, text: say(text) })),
    { value: null, text: say(isMarket ? 'mute.market' : 'mute.pair') },
  ]
}

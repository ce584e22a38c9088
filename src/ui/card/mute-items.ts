import type { TextKey } from '../../shared/texts.ts'
import type { MenuItem } from '../menu/menu.tsx'
import type { Words } from '../words/words.ts'

const minuteMs = 60_000

const durations: readonly (readonly [TextKey, number])[] = [
  ['mute.quarter', 15 * minuteMs],
  ['mute.hour', 60 * minuteMs],
  ['mute.day', 24 * 60 * minuteMs],
]

/** The items of a mute menu. Their values are durations in ms; null mutes until unmuted. */
export function muteItems({ say }: Words): readonly MenuItem<number | null>[] {
  return [
    ...durations.map(([text, value]) => ({ value, text: say(text) })),
    { value: null, text: say('mute.unlimited') },
  ]
}

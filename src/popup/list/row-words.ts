import { type Anomaly, changeSinceStart, isOpen } from '../../market/episode.ts'
import { fromExtreme, kindsOf, phaseWord } from '../../ui/words/episode-words.ts'
import type { PopupWords } from '../words.ts'
import type { ListRow } from './rows.ts'

/** Kinds that matter more than the price move they came with, most serious first. */
const graveKinds: readonly Anomaly[] = ['key-abuse', 'stray-print', 'off-peg']

/** The two small texts of a row: below the pair, and below the figure. */
export function rowText(
  words: PopupWords,
  { episode, marketNow, silence, mute, now }: ListRow,
): { what: string; figure: string } {
  const { say, format } = words
  // A row has room for one kind: the most serious.
  const worst =
    graveKinds.find((each) => each === episode.kind || episode.also.includes(each)) ?? episode.kind
  const kind = kindsOf(words, { ...episode, kind: worst, also: [] })
  if (mute) {
    const what =
      mute.until === null ? say('muted') : say('muted.until', { time: format.moment(mute.until, now) })
    return { what, figure: '' }
  }
  if (!isOpen(episode)) {
    const ago = say('popup.ago', { length: format.length(marketNow - episode.changedAt) })
    const was = format.change(episode.peakPrice / episode.startPrice - 1)
    return { what: `${kind} · ${ago}`, figure: say('popup.was', { change: was }) }
  }
  if (silence !== undefined) {
    const what = say('stale.asOf', { time: format.clock(episode.updatedAt, 'second') })
    return { what, figure: silence === null ? '–' : say('age.old', { length: format.length(silence) }) }
  }
  const age = format.length(marketNow - episode.startedAt)
  // The title of a market-wide row names its kind already.
  const parts = [...(episode.symbol === null ? [] : [kind]), phaseWord(words, episode), age]
  return { what: parts.join(' · '), figure: fromExtreme(words, episode, 'from') }
}

/** Direction of the change since the start: it decides the colour. */
export function directionOf(row: ListRow): 'up' | 'down' | 'flat' {
  const change = changeSinceStart(row.episode)
  return change > 0 ? 'up' : change < 0 ? 'down' : 'flat'
}

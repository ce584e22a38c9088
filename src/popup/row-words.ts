import { type Anomaly, changeSinceStart, isOpen } from '../market/episode.ts'
import { fromExtreme, kindsOf, phaseWord } from '../ui/words/episode-words.ts'
import type { PopupWords } from './words.ts'
import type { Row } from './rows.ts'

/** Kinds that say more than the move they came with, gravest first. */
const graver: readonly Anomaly[] = ['key-abuse', 'stray-print']

/** The two small lines of a row: under the pair, and under the figure. */
export function rowWords(
  words: PopupWords,
  { episode, marketNow, silence, mute, now }: Row,
): { what: string; figure: string } {
  const { say, format } = words
  // A row has room for one kind: the gravest.
  const gravest = graver.find((each) => each === episode.kind || episode.also.includes(each)) ?? episode.kind
  const kind = kindsOf(words, { ...episode, kind: gravest, also: [] })
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
  // A whole market's title says its kind already.
  const parts = [...(episode.symbol === null ? [] : [kind]), phaseWord(words, episode), age]
  return { what: parts.join(' · '), figure: fromExtreme(words, episode, 'from') }
}

/** Which market colour a change takes. */
export function directionOf(row: Row): 'up' | 'down' | 'flat' {
  const change = changeSinceStart(row.episode)
  return change > 0 ? 'up' : change < 0 ? 'down' : 'flat'
}

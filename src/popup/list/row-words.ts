import { type Anomaly, changeSinceStart, type Episode, isOpen } from '../../market/episode.ts'
import { decimalsOf } from '../../ui/words/decimals.ts'
import { fromExtreme, kindsOf, marketsText, phaseWord } from '../../ui/words/episode-words.ts'
import type { PopupWords } from '../words.ts'
import type { ListRow } from './rows.ts'

/** Kinds that matter more than the price move they came with, most serious first. */
const graveKinds: readonly Anomaly[] = ['key-abuse', 'stray-print', 'off-peg', 'perp-gap']

/** The small texts of a row: below the pair, below the change, and what the pointer is told. */
export function rowText(
  words: PopupWords,
  { episode, marketNow, silence }: ListRow,
): { readonly what: string; readonly figure: string; readonly hint: string } {
  const { say, format } = words
  // A row has room for one kind: the most serious.
  const worst =
    graveKinds.find((each) => each === episode.kind || episode.also.includes(each)) ?? episode.kind
  const kind = kindsOf(words, { ...episode, kind: worst, also: [] })
  const fromPeak = fromExtreme(words, episode, 'card')
  if (!isOpen(episode)) {
    const ago = say('popup.ago', { length: format.length(marketNow - episode.changedAt) })
    const was = say('popup.was', { change: format.change(episode.peakPrice / episode.startPrice - 1) })
    return { what: `${kind} · ${ago}`, figure: was, hint: fromPeak }
  }
  // A whole market has no price.
  const figure = episode.symbol === null ? fromPeak : priceText(words, episode)
  if (silence !== undefined) {
    const time = format.clock(episode.updatedAt, 'second')
    return { what: say('stale.asOf', { time }), figure, hint: fromPeak }
  }
  const age = format.length(marketNow - episode.startedAt)
  // The title of a market-wide row names its kind already.
  const parts = [...(episode.symbol === null ? [] : [kind]), phaseWord(words, episode), age]
  const hint = [fromPeak, marketsText(words, episode)].filter(Boolean).join(' · ')
  return { what: parts.join(' · '), figure, hint }
}

/** The last price as the venue writes it. */
function priceText({ format }: PopupWords, { lastPrice, startPrice, peakPrice }: Episode): string {
  return format.price(lastPrice, decimalsOf([lastPrice, startPrice, peakPrice]))
}

/** Direction of the change since the start: it decides the colour. */
export function directionOf(row: ListRow): 'up' | 'down' | 'flat' {
  const change = changeSinceStart(row.episode)
  return change > 0 ? 'up' : change < 0 ? 'down' : 'flat'
}

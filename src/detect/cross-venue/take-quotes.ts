import type { ForexRate } from '../../market/cross-rate.ts'
import type { Episode } from '../../market/episode.ts'
import type { Across, Coin } from './cross-venue-state.ts'
import { hear } from './prices/take-quote.ts'
import { judgeCoin } from './gap/judge-coin.ts'
import { forgetMarks, markCoin } from './identity/marks.ts'
import type { Outside } from './context.ts'
import { pricePlace } from './prices/price-venue-coin.ts'
import type { Quote } from './prices/quote.ts'
import { lookMs } from './settings.ts'
import { worthsNow } from './prices/worths-now.ts'

/** Takes what the foreign exchange market says. Rates not named are kept until they are too old. */
export function takeForex(across: Across, rates: readonly ForexRate[]): void {
  const isNew = (known: ForexRate) =>
    !rates.some(({ base, quote }) => base === known.base && quote === known.quote)
  across.forex = [...across.forex.filter(isNew), ...rates]
}

/**
 * Holds the venues side by side: once a second or two, whatever was heard in between.
 *
 * Cost at 17 venues of 1,500 pairs: 1–2 ms a call where a seventh of them spoke (polls come each 5–10 s), 3–8 ms
 * where all did; reading the JSON of one 3,000-row ticker takes 2–3 on the same machine.
 *
 * @param quotes those heard since the last call; a pair that is left out keeps its quote and grows older
 * @param now wall clock, ms
 * @returns the cards that began or changed tier, phase or kinds: of venue gaps, or another card that a gap has joined
 */
export function takeQuotes(
  across: Across,
  quotes: Iterable<Quote>,
  now: number,
  outside: Outside,
): readonly Episode[] {
  for (const quote of quotes) hear(across, quote, now)
  const worths = worthsNow(across.crosses, across.forex, now)
  // Numbers in another measure do not go on from the old ones.
  if (worths.measure !== across.worths.measure) across.coins.forEach(forgetMarks)
  across.worths = worths
  const changed: Episode[] = []
  let turn = 0
  for (const coin of across.coins.values()) {
    turn++
    if (isDue(coin, now)) look(across, coin, turn, now, outside, changed)
  }
  return changed
}

/** A quiet coin is looked at every few seconds: a gap has to last for a minute anyhow. */
function isDue({ lookAt }: Coin, now: number): boolean {
  return now >= lookAt || now < lookAt - lookMs
}

function look(
  across: Across,
  coin: Coin,
  turn: number,
  now: number,
  outside: Outside,
  changed: Episode[],
): void {
  // Spread out from the first look on, so that no call carries them all.
  coin.lookAt = coin.lookAt === 0 ? now + ((turn * 1000) % lookMs) : now + lookMs
  for (const place of coin.places) pricePlace(place, across.worths, now)
  if (coin.places.length < 2) return
  markCoin(coin, turn, now)
  if (judgeCoin(across, coin, now, outside, changed)) coin.lookAt = now
}

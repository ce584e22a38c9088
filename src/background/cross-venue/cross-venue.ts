import { otherVenuePrices } from '../../detect/cross-venue/other-venue-prices.ts'
import type { CrossVenueContext } from '../../detect/cross-venue/cross-venue-context.ts'
import type { Quote } from '../../detect/cross-venue/prices/quote.ts'
import {
  loadCrossVenueState,
  resumeGapEpisodes,
  saveCrossVenue,
  type SavedCrossVenue,
} from '../../detect/cross-venue/save-cross-venue.ts'
import { compareVenues } from '../../detect/cross-venue/compare-venues.ts'
import { crossRates } from '../../detect/cross-venue/prices/cross-rates.ts'
import { takeForexRates } from '../../detect/cross-venue/prices/take-forex-rates.ts'
import { withSameCoin } from '../../detect/cross-venue/identity/with-same-coin.ts'
import { annotateCard } from '../../detect/cross-venue/annotate-card.ts'
import type { Engine } from '../../detect/engine-state.ts'
import type { CrossRates, ForexRate } from '../../market/cross-rate.ts'
import type { ElsewherePrice } from '../../market/elsewhere-price.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import type { Tick } from '../../market/tick.ts'

/** The venues side by side, while they are watched. All times handed in are wall clock, ms. */
export interface Beside {
  /** Takes what a venue just said; `receivedAt` is when it came. */
  hear(engine: Engine, ticks: readonly Tick[], receivedAt: number): void
  /** Once a second: compares what was heard. Returns the cards that began or changed. */
  beat(now: number): readonly Episode[]
  /** A card, with what the other venues say of it, and which of them show the same coin. */
  join(card: Episode, now: number): Episode
  /** The same coin on the other venues. */
  elsewhere(pair: Pair): readonly ElsewherePrice[]
  rates(): CrossRates
  takeForex(rates: readonly ForexRate[]): void
  saved(): SavedCrossVenue
  /** Forgets everything that was learnt. */
  forget(): void
}

interface Hears {
  /** Cards that are stored: those open go on where the worker died, and gaps join what is about the same coin. */
  shown(): readonly Episode[]
  suspended: CrossVenueContext['suspendedSince']
}

/** Compared so often (ms): a gap has to last for a minute anyhow. */
const everyMs = 2000

/** Takes up what was saved, or begins anew. */
export function openBeside(saved: SavedCrossVenue | null, hears: Hears): Beside {
  let across = loadCrossVenueState(saved)
  resumeGapEpisodes(across, hears.shown())
  /** What was heard since the last look, by venue and symbol: only the newest of a pair counts. */
  const heard = new Map<string, Map<string, Quote>>()
  const leads = new Map<string, number>()
  let lookedAt = 0
  const outside: CrossVenueContext = {
    suspendedSince: (venue, asset) => hears.suspended(venue, asset),
    clockLeadMs: (venue) => leads.get(venue) ?? 0,
    openCard: (venue, base) =>
      hears
        .shown()
        .find(
          (card) => card.venue === venue && card.base === base && card.kind !== 'venue-gap' && isOpen(card),
        ) ?? null,
  }

  return {
    hear(engine, ticks, receivedAt) {
      leads.set(engine.data.venue, engine.data.at - receivedAt)
      let quotes = heard.get(engine.data.venue)
      if (!quotes) heard.set(engine.data.venue, (quotes = new Map<string, Quote>()))
      for (const tick of ticks) quotes.set(tick.symbol, quoteOf(engine, tick, receivedAt))
    },
    beat(now) {
      if (now - lookedAt < everyMs && now >= lookedAt) return []
      lookedAt = now
      const quotes = [...heard.values()].flatMap((of) => [...of.values()])
      heard.clear()
      return compareVenues(across, quotes, now, outside)
    },
    join: (card, now) => withSameCoin(across, annotateCard(across, card, now, outside)),
    elsewhere: (pair) => otherVenuePrices(across, pair, outside),
    rates: () => crossRates(across),
    takeForex: (rates) => takeForexRates(across, rates),
    saved: () => saveCrossVenue(across),
    forget() {
      across = loadCrossVenueState(null)
      heard.clear()
      leads.clear()
    },
  }
}

/** A row older than its frame was seen so much earlier: the venue's clock says how much, ours says when. */
function quoteOf(engine: Engine, tick: Tick, receivedAt: number): Quote {
  const known = engine.data.pairs.get(tick.symbol)
  const { symbol, last, bid, ask } = tick
  const at = receivedAt - Math.max(0, engine.data.at - tick.at)
  const listing = known?.listing ?? 'trading'
  return {
    venue: engine.data.venue,
    symbol,
    base: known?.base ?? tick.base,
    quote: known?.quote ?? tick.quote,
    last,
    at,
    bid,
    ask,
    listing,
  }
}

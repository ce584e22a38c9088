import type { CrossVenueContext } from '../../detect/cross-venue/cross-venue-context.ts'
import { otherVenuePrices } from '../../detect/cross-venue/other-venue-prices.ts'
import { withSameCoin } from '../../detect/cross-venue/identity/with-same-coin.ts'
import { takeForexRates } from '../../detect/cross-venue/prices/take-forex-rates.ts'
import { crossRates } from '../../detect/cross-venue/prices/cross-rates.ts'
import type { Quote } from '../../detect/cross-venue/prices/quote.ts'
import {
  loadCrossVenueState,
  resumeGapEpisodes,
  type SavedCrossVenue,
  saveCrossVenue,
} from '../../detect/cross-venue/save-cross-venue.ts'
import { createCrossVenueState, type CrossVenueState } from '../../detect/cross-venue/cross-venue-state.ts'
import { compareVenues } from '../../detect/cross-venue/compare-venues.ts'
import { annotateCard } from '../../detect/cross-venue/annotate-card.ts'
import type { Engine } from '../../detect/engine-state.ts'
import type { PairState } from '../../detect/pair/pair-state.ts'
import type { CrossRates, ForexRate } from '../../market/cross-rate.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import type { ElsewherePrice } from '../../market/elsewhere-price.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import type { Tick } from '../../market/tick.ts'
import { setAside } from '../storage/set-aside.ts'

/** Compares prices across the watched venues. All times handed in are wall clock, ms. */
export interface CrossVenue {
  /** Takes a venue's ticks, received at `receivedAt`. */
  takeTicks(engine: Engine, ticks: readonly Tick[], receivedAt: number): void
  /** Once a second: compares the prices taken. Returns the episodes that began or changed. */
  tick(now: number): readonly Episode[]
  /** The episode with the other venues' moves, and which of them list the same coin. */
  annotate(episode: Episode, now: number): Episode
  /** Prices of the same coin on the other venues. */
  elsewhere(pair: Pair): readonly ElsewherePrice[]
  rates(): CrossRates
  takeForex(rates: readonly ForexRate[]): void
  toSaved(): SavedCrossVenue
  /** Deletes everything learnt. */
  reset(): void
}

interface CrossVenueSources {
  /** Stored episodes: open gaps continue where the worker died, and join the coin's other episode. */
  storedEpisodes(): readonly Episode[]
  suspendedSince: CrossVenueContext['suspendedSince']
}

/** Interval between comparisons, ms: a gap has to last for a minute anyway. */
const everyMs = 2000

/** @param saved the state saved last; null: begin anew */
export function openCrossVenue(saved: SavedCrossVenue | null, sources: CrossVenueSources): CrossVenue {
  /** Quotes since the last comparison, by venue and symbol: only the newest of a pair counts. */
  const quotesByVenue = new Map<string, Map<string, Quote>>()
  /** By venue: its market time minus our wall clock, ms. */
  const leadsMs = new Map<string, number>()
  let comparedAt = 0
  const context: CrossVenueContext = {
    suspendedSince: (venue, asset) => sources.suspendedSince(venue, asset),
    clockLeadMs: (venue) => leadsMs.get(venue) ?? 0,
    openCard: (venue, base) =>
      sources
        .storedEpisodes()
        .find(
          (episode) =>
            episode.venue === venue &&
            episode.base === base &&
            episode.kind !== 'venue-gap' &&
            isOpen(episode),
        ) ?? null,
  }
  let state = soundState(saved, sources.storedEpisodes(), context)

  return {
    takeTicks(engine, ticks, receivedAt) {
      leadsMs.set(engine.data.venue, engine.data.at - receivedAt)
      let quotes = quotesByVenue.get(engine.data.venue)
      if (!quotes) quotesByVenue.set(engine.data.venue, (quotes = new Map<string, Quote>()))
      for (const tick of ticks) {
        const pair = engine.data.pairs.get(tick.symbol)
        if (pair) quotes.set(tick.symbol, quoteOf(engine, pair, tick, receivedAt))
      }
    },
    tick(now) {
      if (elapsedMs(comparedAt, now) < everyMs) return []
      comparedAt = now
      const quotes = [...quotesByVenue.values()].flatMap((bySymbol) => [...bySymbol.values()])
      quotesByVenue.clear()
      return compareVenues(state, quotes, now, context)
    },
    annotate: (episode, now) => withSameCoin(state, annotateCard(state, episode, now, context)),
    elsewhere: (pair) => otherVenuePrices(state, pair, context),
    rates: () => crossRates(state),
    takeForex: (rates) => takeForexRates(state, rates),
    toSaved: () => saveCrossVenue(state),
    reset() {
      state = loadCrossVenueState(null)
      quotesByVenue.clear()
      leadsMs.clear()
    },
  }
}

/** What was saved, with the stored gaps; an empty state where a comparison on a copy of it fails. */
function soundState(
  saved: SavedCrossVenue | null,
  cards: readonly Episode[],
  context: CrossVenueContext,
): CrossVenueState {
  try {
    const state = loadCrossVenueState(saved)
    resumeGapEpisodes(state, cards)
    compareVenues(structuredClone(state), [], Date.now(), context)
    return state
  } catch (error) {
    void setAside('comparison of venues', [String(error)])
    return createCrossVenueState()
  }
}

/**
 * The age of a row within its frame is measured on the venue's clock, and subtracted from our time of receipt. A row
 * that says when it last changed is as old as that: the last price of a pair that trades once an hour is no quote.
 */
function quoteOf(engine: Engine, known: PairState, tick: Tick, receivedAt: number): Quote {
  const { symbol, last, bid, ask } = tick
  const at = receivedAt - Math.max(0, engine.data.at - (tick.changedAt ?? tick.at))
  const { listing } = known
  return {
    venue: engine.data.venue,
    symbol,
    base: known.base ?? tick.base,
    quote: known.quote ?? tick.quote,
    last,
    at,
    bid,
    ask,
    listing,
  }
}

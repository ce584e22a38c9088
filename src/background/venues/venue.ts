import type { Engine } from '../../detect/engine-state.ts'
import type { SpotPrice } from '../../detect/recording/engine-input.ts'
import { followedSymbols, forgetTradeFeeds } from '../../detect/pair/followed-pairs.ts'
import { needsHistory } from '../../detect/pair/usual/seed-history.ts'
import type { Exchange } from '../../exchanges/exchange.ts'
import { withContracts } from '../../exchanges/perpetual/contracts.ts'
import { type MarketRow, readMarket } from '../../exchanges/perpetual/read-market.ts'
import { hasRateLimitCode } from '../../exchanges/validate/has-rate-limit-code.ts'
import { type Reading, rowsOf } from '../../exchanges/validate/read.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import type { VenueState } from '../../market/venue-state.ts'
import { createRateLimit } from '../requests/rate-limit.ts'
import { createRequestQueue, type RequestQueue } from '../requests/request-queue.ts'
import type { TimeSlot } from '../requests/time-slot.ts'
import { createStreamUrl } from '../sockets/stream-url.ts'
import type { Refusal } from '../storage/refusal.ts'
import {
  createFeedHealth,
  feedStateOf,
  healTimes,
  isSilent,
  maxPollSilenceMs,
  maxSilenceMs,
} from './feed-health.ts'
import { createIntake } from './intake.ts'
import { contractPolls } from './contract-polls.ts'
import { openContractStreams } from './contract-streams.ts'
import { countOf, listingsPoll } from './market-polls.ts'
import type { RowCount } from './row-tally.ts'
import { openTickerStream } from './tickers/ticker-stream.ts'
import { addCounts } from './subscriptions/subscriptions.ts'
import { tickersPoll } from './tickers/tickers-poll.ts'
import { openTradeStreams } from './trades/trade-streams.ts'
import type { VenueEvents } from './venue-events.ts'

/** One venue while it is watched. */
export interface Venue {
  readonly exchange: Exchange
  readonly engine: Engine
  /** The venue's requests, for all who need something from it: they share one rate limit. */
  readonly requests: RequestQueue
  /** Once a second: sends due requests and reconnects silent streams. `onScreen` are symbols. */
  tick(now: number, onScreen: readonly string[]): void
  state(now: number): VenueState
  /** Of a perpetual market: takes the prices of its coins on the exchange's spot market. */
  takeSpot(prices: readonly SpotPrice[]): void
  /** And what they stand at on the perpetual markets of other exchanges. */
  takePeers(prices: readonly SpotPrice[]): void
  /** Retries everything at once. */
  retry(): void
  /** Sends and receives nothing any more; requests under way are aborted. */
  stop(): void
}

/** The state a venue starts from. */
export interface VenueStart {
  /** The saved engine; null: begin anew. */
  readonly engine: Engine | null
  /** What the venue refused before the worker woke. */
  readonly refusal: Refusal | null
  readonly slot: TimeSlot
}

/** A suspect's price moves: where the list says otherwise it is some minutes old. A delisted pair trades no more. */
const mayMove = ['trading', 'prelisting', 'halted', 'cancel-only'] as const

/**
 * Watches one venue: seeds its engine from REST, reads the ticker stream, polls the tickers while there is no
 * stream or it is silent, and follows the trades of suspects.
 */
export function openVenue(listed: Exchange, start: VenueStart, events: VenueEvents): Venue {
  const exchange = withContracts(listed)
  const stopped = new AbortController()
  /** Whether the venue counted our newest request under its smaller limit. */
  let isRestricted = false
  const { restricted } = exchange
  const tickersEveryMs = () => (isRestricted && restricted?.tickersEveryMs) || exchange.tickers.everyMs
  const requests = createRequestQueue({
    storedRefusal: start.refusal,
    slot: start.slot,
    onRefusalChanged: (refusal) => events.onRefusalChanged(exchange.id, refusal),
    signal: stopped.signal,
    rateLimit: createRateLimit(exchange.budget),
    budgetIn(header) {
      isRestricted = restricted?.appliesTo(header) ?? isRestricted
      return (isRestricted && restricted?.budget) || exchange.budget
    },
    hasRateLimitCode: (payload) => hasRateLimitCode(exchange, payload),
    errorIn: (payload) => rowsOf(readMarket(exchange, 'rest.error', payload, 0), 'error')[0]?.message ?? null,
  })
  const health = createFeedHealth(Date.now())
  const { tallies } = health
  const countDropped = (rows: number) => void (health.dropped += rows)
  /** Counts what could be read of a message that is no ticker's. */
  const countRead = (way: 'trades' | 'list' | 'contracts') => (count: RowCount) => {
    countDropped(count.dropped)
    tallies[way].take(count, Date.now())
  }
  const countTicks = (way: 'stream' | 'poll', count: RowCount) => {
    const now = Date.now()
    tallies[way].take(count, now)
    // An answer with all tickers is judged by itself: the next may be far off.
    const isAll = way === 'poll' && !exchange.tickers.forPair
    const isUnread = isAll ? count.sound === 0 && count.dropped > 0 : !tallies[way].isUnderstood(now)
    if (isUnread) health.unreadAt = now
  }
  if (start.engine) forgetTradeFeeds(start.engine.data)
  const intake = createIntake(exchange.id, start.engine, {
    ...events,
    onDropped: countDropped,
    onStartOver() {
      requests.makeDue(listings)
      requests.makeDue(tickers)
    },
  })
  let reconnectedAt = health.startedAt
  let onScreenSymbols: readonly string[] = []

  /** Suspects are followed on the frame that raised the suspicion: a pump does not wait for the next second. */
  function follow(now: number): void {
    const onScreen = onScreenSymbols.filter((symbol) => intake.isListed(symbol, ['trading']))
    const suspects = followedSymbols(intake.engine.data).filter((symbol) => intake.isListed(symbol, mayMove))
    trades.follow([...new Set([...onScreen, ...suspects])], now)
  }

  /** A poll of which next to nothing could be read is none. */
  function markPolled(now: number): void {
    if (tallies.poll.isUnderstood(now)) health.polledAt = now
  }

  /** Whether all tickers are polled: nothing else brings them, or what they seed is missing. */
  const isPolled = (now: number) => !stream || isSilent(health, now) || !intake.seeded

  /** What a perpetual market tells besides trading. That its list changed is a reason to ask for it. */
  function takeContracts(reading: Reading<MarketRow>): void {
    const rows = [rowsOf(reading, 'derivative'), rowsOf(reading, 'liquidation')] as const
    countRead('contracts')(countOf(reading, rows[0].length + rows[1].length))
    // Beside a price that stands still a mark that moves looks like a gap.
    const toldAt = Math.max(health.streamedAt, health.polledAt)
    if (toldAt === 0 || Date.now() - toldAt < maxPollSilenceMs) intake.takeDerivatives(rows[0])
    intake.takeLiquidations(rows[1])
    if (rowsOf(reading, 'contract').length > 0) requests.makeDue(listings)
  }

  const listings = listingsPoll(
    exchange,
    (list, contracts) => {
      intake.takeListings(list)
      intake.takeContracts(contracts)
      trades.learn(list)
      stream?.setSymbols(intake.tradingSymbols())
      contractStreams.setSymbols(intake.tradingSymbols())
    },
    countRead('list'),
  )
  const tickers = tickersPoll(exchange, {
    symbols: () => (isPolled(Date.now()) ? intake.tradingSymbols() : (stream?.unheard(Date.now()) ?? [])),
    everyMs: tickersEveryMs,
    onTickers({ ticks, observedAt, missed, isFrozen }) {
      intake.seed(ticks)
      const now = Date.now()
      if (stream && !isSilent(health, now)) {
        // The stream may have come back while the request was under way; what it does not send is taken as its own.
        const unheard = new Set(stream.unheard(now))
        intake.takeFrame(
          ticks.filter(({ symbol }) => unheard.has(symbol)),
          'stream',
          observedAt,
        )
        return follow(now)
      }
      if (!intake.takeFrame(ticks, 'poll', observedAt, exchange.tickers.forPair !== undefined)) return
      // The answers of a round of pairs came before its end: each was heard in its time.
      if (!exchange.tickers.forPair && !isFrozen) markPolled(now)
      health.lacking = missed.join(', ') || null
      follow(now)
    },
    onHeard: () => markPolled(Date.now()),
    onDropped: countDropped,
    onContracts: takeContracts,
    onRead: (count) => countTicks('poll', count),
  })
  const stream =
    exchange.stream &&
    openTickerStream(exchange, exchange.stream, createStreamUrl(exchange.stream, requests), {
      onTicks(ticks, isFrozen) {
        // A frame of which nothing was understood, or that tells nothing new, is silence: the poll takes over.
        const now = Date.now()
        const isNews = !isFrozen && tallies.stream.isUnderstood(now)
        if (!isNews && isSilent(health, now)) return
        if (!intake.takeFrame(ticks, 'stream')) return
        if (isNews) health.streamedAt = now
        follow(now)
      },
      onContracts: takeContracts,
      onRead(count) {
        countDropped(count.dropped)
        countTicks('stream', count)
      },
    })
  const polls = contractPolls(exchange, {
    symbols: () => intake.tradingSymbols(),
    onContracts: takeContracts,
  })
  const contractStreams = openContractStreams(exchange, requests, {
    onContracts: takeContracts,
    onRead: countRead('contracts'),
  })
  const trades = openTradeStreams(exchange, requests, {
    onBackfill: intake.takeBackfill,
    onTrades: intake.takeTrades,
    onMissed: intake.markMissed,
    onLost: intake.loseTrades,
    isDeaf: intake.isDeaf,
    wantsHistory: (symbol) => needsHistory(intake.engine.data, symbol),
    onHistory: intake.takeHistory,
    onUnfollowed: intake.dropTrades,
    onContracts: takeContracts,
    onRead: countRead('trades'),
  })

  return {
    exchange,
    get engine() {
      return intake.engine
    },
    requests,
    tick(now, onScreen) {
      onScreenSymbols = onScreen
      healTimes(health, now)
      requests.tick(listings, now)
      for (const poll of polls) requests.tick(poll, now)
      if (isPolled(now) || (stream && stream.unheard(now).length > 0)) requests.tick(tickers, now)
      if (stream?.ready && isSilent(health, now) && elapsedMs(reconnectedAt, now) > maxSilenceMs) {
        reconnectedAt = now
        stream.reconnect()
      }
      stream?.tick(now)
      contractStreams.tick(now)
      follow(now)
    },
    state(now) {
      const {
        data: { at, pairs },
      } = intake.engine
      const everyMs = tickersEveryMs()
      const state = feedStateOf(health, requests.refusal(now), everyMs, now)
      const subscriptions = addCounts(trades.counts, stream?.counts)
      return { venue: exchange.id, marketAt: at || null, pairs: pairs.size, everyMs, ...state, subscriptions }
    },
    takeSpot: (prices) => intake.takeSpot(prices),
    takePeers: (prices) => intake.takePeers(prices),
    retry() {
      requests.clearRefusal()
      if (isSilent(health, Date.now())) stream?.reconnect()
    },
    stop() {
      stopped.abort()
      stream?.close()
      contractStreams.close()
      trades.close()
    },
  }
}

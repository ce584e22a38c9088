import type { CandleSource } from './candles/candle-feed.ts'
import type { Exchange, Site } from './exchange.ts'
import type { TradeFeed } from './feeds/trade-feed.ts'
import type { OfficialSources } from './official/official-source.ts'

/** The trade feed as an adapter describes it. */
interface TradeFeedPlan extends Omit<TradeFeed, 'history' | 'subscribe' | 'unsubscribe' | 'withoutTicket'> {
  readonly withoutTicket?: TradeFeedPlan
  /** Absent: no candles are read. */
  readonly history?: TradeFeed['history']
  /** The commands that start and stop trades; null: there is no stop. Absent: `subscribe`, `unsubscribe`. */
  readonly commands?: readonly [start: string, stop: string | null]
  /** The frame of a command for these pairs. `at`: ms UTC. */
  frame(command: string, names: readonly string[], id: number, at: number): unknown
}

/** All of an exchange but its site, as an adapter describes it. An absent part has the most common value. */
export interface ExchangePlan extends Omit<
  Exchange,
  keyof Site | 'stream' | 'trades' | 'candles' | 'official'
> {
  readonly stream?: Exchange['stream']
  readonly trades: TradeFeedPlan
  readonly candles?: CandleSource
  readonly official?: OfficialSources
}

function createTradeFeed(plan: TradeFeedPlan): TradeFeed {
  const {
    history = () => null,
    commands = ['subscribe', 'unsubscribe'],
    frame,
    withoutTicket,
    ...feed
  } = plan
  const [start, stop] = commands
  const subscribe: TradeFeed['subscribe'] = (names, id, at) => frame(start, names, id, at)
  const unsubscribe: TradeFeed['unsubscribe'] = (names, id, at) => stop && frame(stop, names, id, at)
  const other = withoutTicket && { withoutTicket: createTradeFeed(withoutTicket) }
  return { ...feed, ...other, history, subscribe, unsubscribe }
}

/**
 * Joins an exchange's site with the rest of it. The rest is a function, and factories called beside it are marked
 * as free of side effects, so that a bundle which uses the site alone carries no reader.
 */
/*#__NO_SIDE_EFFECTS__*/
export function createExchange(site: Site, rest: () => ExchangePlan): Exchange {
  const { stream = null, trades, candles, official, readers, ...plan } = rest()
  const { 'rest.tickers': tickers } = readers
  const { perpetual: _siteOfContracts, ...own } = site
  return {
    ...own,
    ...plan,
    stream,
    trades: createTradeFeed(trades),
    candles: candles?.feed ?? null,
    official: official?.sources ?? [],
    // Unless the adapter says otherwise, one pair's ticker has the shape of all tickers.
    readers: {
      ...(tickers && { 'rest.ticker': tickers }),
      ...readers,
      ...(candles && { 'rest.klines': candles.reader }),
      ...official?.readers,
    },
  }
}

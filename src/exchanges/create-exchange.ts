import type { Exchange, Site } from './exchange.ts'
import type { OfficialSources } from './official/official-source.ts'
import type { TradeFeed } from './feeds/trade-feed.ts'

/** The feed of trades as an adapter describes it. */
interface TradeWire extends Omit<TradeFeed, 'history' | 'subscribe' | 'unsubscribe'> {
  /** Absent: no candles are read. */
  readonly history?: TradeFeed['history']
  /** The words that start and stop; null where the venue knows no way to stop. Absent: subscribe, unsubscribe. */
  readonly words?: readonly [start: string, stop: string | null]
  /** The frame that says one of the words of these pairs. */
  frame(word: string, symbols: readonly string[], id: number): unknown
}

/** All of an exchange but its site, as its adapter writes it down. What is absent is as it is with most venues. */
interface Wire extends Omit<Exchange, keyof Site | 'stream' | 'trades' | 'official'> {
  readonly stream?: Exchange['stream']
  readonly trades: TradeWire
  readonly official?: OfficialSources
}

function feedOf({ history = () => null, words = ['subscribe', 'unsubscribe'], frame, ...feed }: TradeWire) {
  const [start, stop] = words
  const subscribe: TradeFeed['subscribe'] = (symbols, id) => frame(start, symbols, id)
  const unsubscribe: TradeFeed['unsubscribe'] = (symbols, id) => stop && frame(stop, symbols, id)
  return { ...feed, history, subscribe, unsubscribe }
}

/**
 * Joins an exchange's site with the rest of it. The rest comes as a function, and factories that are called beside
 * it promise to have no side effects, so that a bundle which uses the site alone carries no reader.
 */
/*#__NO_SIDE_EFFECTS__*/
export function createExchange(site: Site, rest: () => Wire): Exchange {
  const { stream = null, trades, official, readers, ...wire } = rest()
  const { 'rest.tickers': ofAll } = readers
  return {
    ...site,
    ...wire,
    stream,
    trades: feedOf(trades),
    official: official?.sources ?? [],
    // One pair's ticker comes in the shape of all, unless it is said otherwise.
    readers: { ...(ofAll && { 'rest.ticker': ofAll }), ...readers, ...official?.readers },
  }
}

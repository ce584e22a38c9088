import type { TradeFeed } from '../../exchanges/feeds/trade-feed.ts'

/** The pairs subscribed to on one trade stream. */
export interface Subscriptions {
  /** Subscribes to these pairs and, where the venue can, unsubscribes from all others. */
  set(symbols: readonly string[]): void
  /** Subscribes to these pairs once more. Returns false where the venue would then send every trade twice. */
  renew(symbols: readonly string[]): boolean
  /** The connection opened or broke: nothing is subscribed to. */
  reset(): void
  /** The symbol of a pair by its name in the stream. */
  symbolOf(name: string): string
}

function* chunks(symbols: readonly string[], size: number): Iterable<readonly string[]> {
  for (let i = 0; i < symbols.length; i += size) yield symbols.slice(i, i + size)
}

/** @param send sends a frame on the open connection */
export function createSubscriptions(feed: TradeFeed, send: (frame: unknown) => void): Subscriptions {
  const { maxPairsPerFrame = Infinity, replacesAll } = feed.limits ?? {}
  const subscribed = new Set<string>()
  const symbolByName = new Map<string, string>()
  let id = 1

  function subscribe(symbols: readonly string[]): void {
    for (const symbol of symbols) {
      subscribed.add(symbol)
      symbolByName.set(feed.streamSymbol?.(symbol) ?? symbol, symbol)
    }
    for (const some of chunks(symbols, Math.min(maxPairsPerFrame, symbols.length))) {
      send(feed.subscribe(some, id++))
    }
  }
  function unsubscribe(symbols: readonly string[]): void {
    for (const some of chunks(symbols, Math.min(maxPairsPerFrame, symbols.length))) {
      const frame = feed.unsubscribe(some, id++)
      // Without a way to unsubscribe they stay subscribed, and must not be subscribed to twice.
      if (frame === null) continue
      send(frame)
      for (const symbol of some) subscribed.delete(symbol)
    }
  }
  return {
    set(symbols) {
      const added = symbols.filter((symbol) => !subscribed.has(symbol))
      const removed = [...subscribed].filter((symbol) => !symbols.includes(symbol))
      if (replacesAll) {
        // An empty list cannot be requested: the last one stays until the connection is closed.
        if (symbols.length === 0 || added.length + removed.length === 0) return
        subscribed.clear()
        return subscribe(symbols)
      }
      if (added.length > 0) subscribe(added)
      if (removed.length > 0) unsubscribe(removed)
    },
    renew(symbols) {
      if (replacesAll) subscribe([...subscribed])
      else {
        unsubscribe(symbols)
        if (symbols.some((symbol) => subscribed.has(symbol))) return false
        subscribe(symbols)
      }
      return true
    },
    reset: () => subscribed.clear(),
    symbolOf: (name) => symbolByName.get(name) ?? name,
  }
}

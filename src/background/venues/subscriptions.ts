import type { TradeFeed } from '../../exchanges/feeds/trade-feed.ts'

/** Which pairs' trades flow on one line. */
export interface TradeLine {
  /** Makes these pairs flow, and where the venue knows how, no others. */
  want(symbols: readonly string[]): void
  /** The line broke or opened: nothing flows. */
  reset(): void
  /** The symbol of a pair that the stream calls so. */
  symbolOf(name: string): string
}

function* chunks(symbols: readonly string[], most: number): Iterable<readonly string[]> {
  for (let i = 0; i < symbols.length; i += most) yield symbols.slice(i, i + most)
}

/** @param send says a frame on the open line */
export function createTradeLine(feed: TradeFeed, send: (frame: unknown) => void): TradeLine {
  const { maxPairsPerFrame = Infinity, replacesAll } = feed.limits ?? {}
  const flowing = new Set<string>()
  const names = new Map<string, string>()
  let id = 1

  function start(symbols: readonly string[]): void {
    for (const symbol of symbols) {
      flowing.add(symbol)
      names.set(feed.streamSymbol?.(symbol) ?? symbol, symbol)
    }
    for (const some of chunks(symbols, Math.min(maxPairsPerFrame, symbols.length))) {
      send(feed.subscribe(some, id++))
    }
  }
  function stop(symbols: readonly string[]): void {
    for (const some of chunks(symbols, Math.min(maxPairsPerFrame, symbols.length))) {
      const frame = feed.unsubscribe(some, id++)
      // Where there is no way to stop they flow on, and must not be asked for twice.
      if (frame === null) continue
      send(frame)
      for (const symbol of some) flowing.delete(symbol)
    }
  }
  return {
    want(symbols) {
      const joined = symbols.filter((symbol) => !flowing.has(symbol))
      const left = [...flowing].filter((symbol) => !symbols.includes(symbol))
      if (replacesAll) {
        // Nobody can ask for nothing: what flows last flows on until the line is closed.
        if (symbols.length === 0 || joined.length + left.length === 0) return
        flowing.clear()
        return start(symbols)
      }
      if (joined.length > 0) start(joined)
      if (left.length > 0) stop(left)
    },
    reset: () => flowing.clear(),
    symbolOf: (name) => names.get(name) ?? name,
  }
}

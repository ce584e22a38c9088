import type { TakerOrder } from './order.ts'
import type { OrderSource } from './source.ts'

/** Several sources as one. Of a pair that several offer, the first source's is kept. */
export function mergeSources(sources: readonly OrderSource[]): OrderSource {
  const owner = new Map<string, OrderSource>()
  for (const source of sources) {
    for (const { symbol } of source.instruments) if (!owner.has(symbol)) owner.set(symbol, source)
  }
  return {
    instruments: sources.flatMap((source) =>
      source.instruments.filter(({ symbol }) => owner.get(symbol) === source),
    ),
    from: Math.min(...sources.map(({ from }) => from)),
    until(to, sink) {
      const orders: TakerOrder[] = []
      for (const source of sources) {
        source.until(to, {
          order: (order) => void (owner.get(order.symbol) === source && orders.push(order)),
          bar: (symbol, bar) => {
            if (owner.get(symbol) === source) sink.bar(symbol, bar)
          },
        })
      }
      for (const order of orders.sort((a, b) => a.at - b.at)) sink.order(order)
    },
  }
}

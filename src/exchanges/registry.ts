import { binance } from './binance.ts'
import type { Exchange } from './exchange.ts'

/** Every exchange the extension watches. What can be read beyond them: readable.ts. */
export const exchanges: readonly Exchange[] = [binance]

/** The exchange of that id, or undefined. */
export function exchangeOf(id: string): Exchange | undefined {
  return exchanges.find((exchange) => exchange.id === id)
}

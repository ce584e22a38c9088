import { dollars } from './dollars.ts'

/**
 * Coins whose ticker means the same wherever it is listed. A ticker is no more than a first guess: it counts once the
 * venues' prices agree. Each is here for one of three reasons, and what has none of them waits for the proof by prices:
 * - `agreed`: recorded closes of perpetuals at Binance and Bybit (2025-10 hourly; SOL 2026-03, five minutes) agree at
 *   the same times, in the median within .02 %.
 * - `listed`: recorded replies of at least three of our exchanges have the ticker, and it is not known of any exchange
 *   that it has given it to another coin (as STX and GRT were, and TON at Upbit).
 * - `native`: the unit in which a public network of that name charges its fees, by its own protocol.
 */
const reasons = {
  agreed: 'BTC ETH SOL ADA AAVE AVAX',
  listed:
    'BCH LTC DOGE XRP ETC XLM LINK ATOM DASH MANA TRX XMR UNI ZEC VET NEO SHIB ALGO CRV XTZ THETA CRO SAND CHZ',
  native: 'BNB DOT NEAR ICP FIL INJ KAVA HBAR SUI APT IOTA EGLD SEI TIA KAS HYPE',
} as const

const sureCoins: ReadonlySet<string> = new Set(Object.values(reasons).flatMap((names) => names.split(' ')))

/** Whether a ticker is the same coin at every venue: one of the largest, or a dollar. */
export function isSureCoin(base: string): boolean {
  return sureCoins.has(base) || dollars.has(base)
}

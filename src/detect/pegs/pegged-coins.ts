import { dollars } from '../../market/dollars.ts'

/** Coins that stand for a dollar: all of `dollars` but the dollar itself. */
export const dollarCoins: ReadonlySet<string> = new Set([...dollars].filter((name) => name !== 'USD'))

/** Coins that stand one for one for a currency: they are pegged to it as dollar coins are to the dollar. */
const currencyCoins: readonly (readonly [string, string])[] = [
  ['EURC', 'EUR'],
  ['EURI', 'EUR'],
  ['AEUR', 'EUR'],
]

/**
 * Wrapped and staked coins, and what they stand for. A staked one is worth ever more of its coin, a wrapped one of a
 * venue may stand lower: each is measured against its own usual ratio.
 */
const coverCoins: readonly (readonly [string, readonly string[]])[] = [
  ['BTC', ['WBTC', 'CBBTC', 'TBTC', 'BTCB', 'FBTC', 'LBTC', 'SOLVBTC']],
  [
    'ETH',
    ['WETH', 'WBETH', 'BETH', 'STETH', 'WSTETH', 'CBETH', 'RETH', 'METH', 'CMETH', 'EZETH', 'WEETH', 'RSETH'],
  ],
  ['SOL', ['BNSOL', 'JITOSOL', 'MSOL', 'BBSOL', 'JUPSOL', 'WSOL']],
  ['BNB', ['WBNB', 'SLISBNB', 'ASBNB']],
]

/** What a coin stands for, other than a dollar. */
export const underlyings: ReadonlyMap<string, string> = new Map([
  ...currencyCoins,
  ...coverCoins.flatMap(([underlying, coins]) => coins.map((coin) => [coin, underlying] as const)),
])

const oneForOne: ReadonlySet<string> = new Set(currencyCoins.map(([coin]) => coin))

/** Whether a coin is worth exactly what it stands for, by its issuer's promise, and not some ratio of it. */
export function isOneForOne(coin: string): boolean {
  return dollarCoins.has(coin) || oneForOne.has(coin)
}

/** What pegged coins are valued by: dollars, the coins that are quoted in many of them, and what others stand for. */
export const valued: ReadonlySet<string> = new Set([...dollars, 'BTC', 'ETH', ...underlyings.values()])

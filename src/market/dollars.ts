/** Currencies that stand for a dollar: as a quote they are the measure, as a base they do not pump. */
export const dollars: ReadonlySet<string> = new Set([
  'USD',
  'USDT',
  'USDC',
  'FDUSD',
  'TUSD',
  'BUSD',
  'USDS',
  'USDP',
  'PAX',
  'DAI',
  'USDD',
  'USD1',
  'USDE',
  'PYUSD',
  'RLUSD',
  'GUSD',
])

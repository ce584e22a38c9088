import { UsageError } from '../../command-line.ts'

/** Both sides of a pair, upper case. */
export interface PairSides {
  readonly base: string
  readonly quote: string
}

/** Quote currencies of Binance, longer ones first so that `BTCTUSD` is not read as BTCT/USD. */
const quotes =
  'FDUSD USDT BUSD USDC TUSD USDP USDS BIDR IDRT BKRW DOGE AEUR PAX DAI VAI BTC ETH BNB XRP TRX DOT EUR GBP AUD TRY BRL RUB UAH NGN ZAR JPY PLN RON ARS MXN COP CZK SOL'.split(
    ' ',
  )

/**
 * The pair named by a file name: `ADX_2019-07-05_17.00.csv.gz` is ADX/BTC, `SYSBTC-trades-2018-07-04.zip` is
 * SYS/BTC.
 *
 * @throws UsageError where the name contains none
 */
export function pairOfName(name: string): PairSides {
  const coin = /^([A-Z0-9]+)_/.exec(name)?.[1]
  if (coin) return { base: coin, quote: 'BTC' }
  const symbol = /^([A-Z0-9]+)-/.exec(name)?.[1]
  const quote = quotes.find((each) => symbol?.endsWith(each) && symbol.length > each.length)
  if (!symbol || !quote)
    throw new UsageError(`${name}: the name tells no pair, say it with --pair BASE/QUOTE`)
  return { base: symbol.slice(0, -quote.length), quote }
}

/**
 * The pair of `--pair`.
 *
 * @throws UsageError unless it is written BASE/QUOTE
 */
export function pairOption(text: string): PairSides {
  const [, base, quote] = /^([^\s/]+)\/([^\s/]+)$/.exec(text.toUpperCase()) ?? []
  if (!base || !quote) throw new UsageError(`--pair takes BASE/QUOTE: not '${text}'`)
  return { base, quote }
}

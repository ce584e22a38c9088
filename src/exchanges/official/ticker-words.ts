// Words in capitals that stand in titles, and whether they can be tickers.

const setOf = (words: string) => new Set(words.split(' '))

/** Never a ticker: trading terms, currencies, exchanges, networks and their standards, words of notices. */
const neverTickers = /*#__PURE__*/ setOf(
  'API APIS UTC KST AM PM FX NFTS ETF ETFS KYC P2P VIP AMA APR APY OTC IEO IDO DEX CEX FAQ USA EU UK US EEA TGE ' +
    'ST II III IV V2 V3 L1 L2 Q1 Q2 Q3 Q4 WEB SMS IOS FIAT TRADFI UTA MM KB KBO OKX MEXC FTX GMO BINANCE BYBIT ' +
    'KUCOIN BITGET KRAKEN UPBIT BITHUMB ' +
    'ERC20 BEP20 TRC20 BEP2 BRC20 ERC BEP TRC SPL BSC EVM TRON ETHEREUM SOLANA POLYGON ARBITRUM OPTIMISM MAINNET ' +
    'NOTICE IMPORTANT UPDATE UPDATED URGENT SPOT FUTURES MARGIN COMPLETED RESUMED EXTENDED ENDED CLOSED FINAL ' +
    'USD EUR JPY KRW TRY GBP BRL UAH AUD CAD CHF RUB IDR INR PLN ARS COP MXN ZAR CZK',
)

/** Tickers of coins that are ordinary words, or a time zone: no ticker where they stand alone in the running text. */
const ordinaryWords = /*#__PURE__*/ setOf(
  'ID AI HOT GO TOP JST NEW OLD OK APP PC NFT HTX NOT ALL AND FOR THE NOW ANY WIN FREE LIVE NO YES BIG PAY OPEN',
)

const isPlural = (name: string) => /[A-Z]s$/.test(name)
const isTimeOrCount = (name: string) => /^\d+(?:AM|PM|H|D|M|X|K|ST|ND|RD|TH)$/.test(name)
// Wrapped coins and stocks are written with small letters around the ticker: stETH, AAPLx.
const shape = /^(?:[A-Z0-9]*[A-Z][A-Z0-9]*|[a-z]{1,3}[A-Z][A-Z0-9]+|[A-Z][A-Z0-9]+[a-z]{1,2})$/

/** Whether a name has the form of a ticker, as an exchange writes it, and is no other abbreviation. */
export function isTicker(name: string): boolean {
  const isOfForm = name.length < 16 && shape.test(name) && !isPlural(name) && !isTimeOrCount(name)
  return isOfForm && !neverTickers.has(name.toUpperCase())
}

/** Whether a name is a ticker wherever it stands. */
export function isPlainTicker(name: string): boolean {
  return isTicker(name) && !ordinaryWords.has(name.toUpperCase())
}

const stablecoins = ['USDT', 'USDC', 'BUSD', 'FDUSD', 'TUSD', 'USD1', 'DAI'].map((name) => ({
  name,
  asSubject: new RegExp(`${name} (?:contract|deposit|withdraw|on |network)|s (?:of|for) ${name}\\b`, 'i'),
}))

/** Stablecoins that are units of account in a title: the subject only where it is about their own transfers. */
export function unitsOfAccount(title: string): ReadonlySet<string> {
  return new Set(stablecoins.filter(({ asSubject }) => !asSubject.test(title)).map(({ name }) => name))
}

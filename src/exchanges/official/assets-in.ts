// Words in capitals that are no tickers: trading terms, currencies and exchanges.
const nonTickers = /*#__PURE__*/ new Set(
  /*#__PURE__*/ (
    'API APIS UTC KST JST AM PM NFT NFTS ETF ETFS KYC P2P VIP AMA APR APY OTC IEO IDO DEX CEX FAQ USA EU UK US EEA ' +
    'ST HOT NEW OLD OK ID AI II III IV TOP GO APP WEB PC SMS FIAT TRADFI ERC20 BEP20 TRC20 BEP2 ERC ' +
    'OKX MEXC HTX GMO FTX KB KBO MM UTA ' +
    'USD EUR JPY KRW TRY GBP BRL UAH AUD CAD CHF RUB IDR INR PLN ARS COP MXN ZAR CZK'
  ).split(' '),
)
const stablecoins = new Set(['USDT', 'USDC', 'BUSD', 'FDUSD', 'TUSD', 'USD1', 'DAI'])
const quotes = 'USDT|USDC|FDUSD|TUSD|BUSD|USD1|USD|EUR|TRY|BRL|JPY|KRW|UAH|BTC|ETH|BNB|XBT'

const isTicker = (name: string) => /^[A-Z0-9]*[A-Z][A-Z0-9]*$/.test(name) && !nonTickers.has(name)

/** `(FOO)`, `(FOO, BAR)`, `（FOO/JPY）`, `「FOO」`: of a pair the base. */
function tickersInBrackets(title: string): string[] {
  const inside = [...title.matchAll(/[(（「[]([^()（）「」[\]]{1,120})[)）」\]]/g)].map(
    ([, text = '']) => text,
  )
  return inside
    .map((text) => text.split(/\s*[,、・&]\s*/).map((name) => name.split('/')[0]?.trim() ?? ''))
    .filter((names) => names.every((name) => name.length < 16 && isTicker(name)))
    .flat()
}

/** `FOO/USDT`, `FOO-USDT`, `FOOUSDT`: the base. */
function basesOfPairs(title: string): string[] {
  const separated = new RegExp(`(?<![\\w/-])([A-Z0-9]{1,15})[/_-](?:${quotes})(?![A-Za-z0-9])`, 'g')
  const joined = /(?<![\w/-])(?:1000+)?([A-Z0-9]{2,12}?)(?:USDT|USDC)(?![A-Za-z0-9])/g
  return [...title.matchAll(separated), ...title.matchAll(joined)].map(([, base = '']) => base)
}

/** Tickers in the running text, alone or in a list. A single letter is a ticker only in a list. */
function tickersInText(title: string): string[] {
  const list = /(?:\b[A-Z0-9]{1,15}, )+[A-Z0-9]{1,15}\b/g
  const inList = [...title.matchAll(list)].flatMap(([names]) => names.split(', '))
  const alone = [
    ...title.matchAll(/(?<![\w./$-])(?!\d+[A-Z]{1,2}\b)[A-Z0-9]{2,15}(?![\w/-]|[.:]\d|ⓢ)/gu),
  ].map(([name]) => name)
  return [...inList, ...alone].filter((name) => !/^(?:1000+)?[A-Z0-9]{2,}(?:USDT|USDC)$/.test(name))
}

/** A stablecoin is mostly a unit of account; it is the subject only where the title is about its own transfers. */
const isUnitOfAccount = (title: string, name: string) =>
  stablecoins.has(name) && !new RegExp(`${name} (?:contract|deposit|withdraw|on |network)`, 'i').test(title)

/** Removes the markets that a coin is added to: `(KRW, BTC 마켓)`, `BTC 마켓`. */
const withoutMarkets = (title: string) => title.replace(/(?:[A-Z]{3,5}[,\s]{0,2}){1,6}마켓/g, '')

/** Tickers that a title names, upper case, each once, in order of appearance. */
export function assetsIn(title: string): readonly string[] {
  const text = withoutMarkets(title)
  const inBrackets = tickersInBrackets(text)
  // Where brackets name the coins, other words in capitals are names, quotes and products.
  const isAllCapitals = /[A-Z]{4,} [A-Z]{4,} [A-Z]{4,}/.test(text)
  const inText = inBrackets.length > 0 || isAllCapitals ? [] : tickersInText(text)
  const outside = [...basesOfPairs(text), ...inText].filter((name) => !isUnitOfAccount(text, name))
  const tickers = new Set([...inBrackets, ...outside].filter(isTicker))
  return [...tickers].toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
}

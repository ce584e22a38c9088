// Tickers named in a title. Capitals alone do not make one: these are words of the trade, currencies and venues.
const words = /*#__PURE__*/ new Set(
  /*#__PURE__*/ (
    'API APIS UTC KST JST AM PM NFT NFTS ETF ETFS KYC P2P VIP AMA APR APY OTC IEO IDO DEX CEX FAQ USA EU UK US EEA ' +
    'ST HOT NEW OLD OK ID AI II III IV TOP GO APP WEB PC SMS FIAT TRADFI ERC20 BEP20 TRC20 BEP2 ERC ' +
    'OKX MEXC HTX GMO FTX KB KBO MM UTA ' +
    'USD EUR JPY KRW TRY GBP BRL UAH AUD CAD CHF RUB IDR INR PLN ARS COP MXN ZAR CZK'
  ).split(' '),
)
const stable = new Set(['USDT', 'USDC', 'BUSD', 'FDUSD', 'TUSD', 'USD1', 'DAI'])
const quotes = 'USDT|USDC|FDUSD|TUSD|BUSD|USD1|USD|EUR|TRY|BRL|JPY|KRW|UAH|BTC|ETH|BNB|XBT'

const isTicker = (name: string) => /^[A-Z0-9]*[A-Z][A-Z0-9]*$/.test(name) && !words.has(name)

/** `(FOO)`, `(FOO, BAR)`, `（FOO/JPY）`, `「FOO」`: of a pair the base. */
function bracketed(title: string): string[] {
  const inside = [...title.matchAll(/[(（「[]([^()（）「」[\]]{1,120})[)）」\]]/g)].map(
    ([, text = '']) => text,
  )
  return inside
    .map((text) => text.split(/\s*[,、・&]\s*/).map((name) => name.split('/')[0]?.trim() ?? ''))
    .filter((names) => names.every((name) => name.length < 16 && isTicker(name)))
    .flat()
}

/** `FOO/USDT`, `FOO-USDT`, `FOOUSDT`: the base. */
function paired(title: string): string[] {
  const apart = new RegExp(`(?<![\\w/-])([A-Z0-9]{1,15})[/_-](?:${quotes})(?![A-Za-z0-9])`, 'g')
  const joined = /(?<![\w/-])(?:1000+)?([A-Z0-9]{2,12}?)(?:USDT|USDC)(?![A-Za-z0-9])/g
  return [...title.matchAll(apart), ...title.matchAll(joined)].map(([, base = '']) => base)
}

/** Tickers that stand in the sentence, alone or in a list. One letter is a ticker only in a list. */
function plain(title: string): string[] {
  const list = /(?:\b[A-Z0-9]{1,15}, )+[A-Z0-9]{1,15}\b/g
  const listed = [...title.matchAll(list)].flatMap(([names]) => names.split(', '))
  const alone = [
    ...title.matchAll(/(?<![\w./$-])(?!\d+[A-Z]{1,2}\b)[A-Z0-9]{2,15}(?![\w/-]|[.:]\d|ⓢ)/gu),
  ].map(([name]) => name)
  return [...listed, ...alone].filter((name) => !/^(?:1000+)?[A-Z0-9]{2,}(?:USDT|USDC)$/.test(name))
}

/** A dollar coin is mostly what something is measured in; it is the subject where its own transfers are. */
const isMeasure = (title: string, name: string) =>
  stable.has(name) && !new RegExp(`${name} (?:contract|deposit|withdraw|on |network)`, 'i').test(title)

/** The markets a coin is added to are not what the notice is about: `(KRW, BTC 마켓)`, `BTC 마켓`. */
const withoutMarkets = (title: string) => title.replace(/(?:[A-Z]{3,5}[,\s]{0,2}){1,6}마켓/g, '')

/** Tickers that a title names, upper case, each once, in their order. */
export function assetsIn(title: string): readonly string[] {
  const text = withoutMarkets(title)
  const inBrackets = bracketed(text)
  // Where brackets name the coins, other capitals are names, quotes and products.
  const isShouting = /[A-Z]{4,} [A-Z]{4,} [A-Z]{4,}/.test(text)
  const inSentence = inBrackets.length > 0 || isShouting ? [] : plain(text)
  const spoken = [...paired(text), ...inSentence].filter((name) => !isMeasure(text, name))
  const known = new Set([...inBrackets, ...spoken].filter(isTicker))
  return [...known].toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
}

import { isPlainTicker, isTicker, unitsOfAccount } from './ticker-words.ts'
import { isEnglish } from './title-words.ts'

/** A coin that a title names, and where. */
interface Mention {
  readonly name: string
  readonly at: number
}

const quotes = 'USDT|USDC|USDG|FDUSD|TUSD|BUSD|USD1|USD|EURI|EUR|TRY|BRL|JPY|KRW|UAH|GBP|AUD|BTC|ETH|BNB|XBT'
const ticker = '[A-Z0-9]{1,15}(?:x|on)?'

const mention = ([, name = '']: RegExpMatchArray, at: number): Mention => ({ name, at })

/** The names of a list such as `FOO, BAR and BAZ`, which begins at `at`. */
function namesOfList(list: string, at: number): Mention[] {
  const names = list.split(/[,、・&]\s*(?:and )?| and /).map((name) => name.trim())
  return names.map((name) => ({ name, at: at + list.indexOf(name) }))
}

const brackets = /([\p{L}\d]?) ?[([{<「『【《〔]([^()[\]{}<>「」『』【】《》〔〕]{1,120})[)\]}>」』】》〕]/gu

/** `(FOO)`, `(FOO, BAR)`, `(FOO/JPY)`, `「FOO」`: of a pair the base. An ordinary word only behind the coin's name. */
function inBrackets(title: string): Mention[] {
  return [...title.matchAll(brackets)].flatMap((found) => {
    const [, before = '', text = ''] = found
    const names = namesOfList(text, found.index).map(({ name, at }) => ({
      name: name.split('/')[0] ?? '',
      at,
    }))
    // Behind a time of day stands its zone.
    const isBehindName = /\p{L}/u.test(before) && !/[時分日]/.test(before)
    return names.every(({ name }) => (isBehindName ? isTicker : isPlainTicker)(name)) ? names : []
  })
}

const separated = /*#__PURE__*/ new RegExp(`(?<![\\w/-])(${ticker})[/_-](?:${quotes})(?![A-Za-z0-9])`, 'g')

/** `FOO/USDT`, `FOO-USDT`, `FOOUSDT`: the base. */
function basesOfPairs(title: string): Mention[] {
  const joined = /(?<![\w/-])(?:1000+)?([A-Z0-9]{2,12}?x?)(?:USDT|USDC)(?![A-Za-z0-9])/g
  return [...title.matchAll(separated), ...title.matchAll(joined)]
    .map((found) => mention(found, found.index))
    .filter(({ name }) => isTicker(name))
}

const movesOrTrades = '[入出預]|送付|受取|取引(?!所)|입금|출금|입출금|거래(?!소)'
const [beforeVerb, behindVerb, cashtag] = [
  `(?<![\\w/-])(${ticker})(?= (?:deposit|withdrawal)|[】」』]? ?の? ?(?:${movesOrTrades}))`,
  `(?:(?:deposits?|withdrawals?|delist)(?: services?)?(?: (?:of|for))?|trading (?:of|for)) \\$?(${ticker})(?![\\w/-])`,
  `\\$(${ticker})(?![\\w/-])`,
].map((pattern) => new RegExp(pattern, 'gi')) as [RegExp, RegExp, RegExp]

/**
 * Ordinary words that are tickers by their place: `HOT deposits`, `withdrawals of AI`, `to delist ID`, `【AI】入出金`,
 * `$GO`.
 */
function besideVerbs(title: string): Mention[] {
  return [beforeVerb, behindVerb, cashtag]
    .flatMap((pattern) => [...title.matchAll(pattern)])
    .map((found) => mention(found, found.index))
    .filter(({ name }) => isTicker(name) && !/^(?:ALL|ANY|NEW|OLD|NO|NOT|NFT|THE|FOR|AND)$/.test(name))
}

/** Tickers that stand alone in the running text. */
function inText(title: string): Mention[] {
  const alone = /(?<![\w./$-])(?!\d+[A-Z]{1,2}\b)([A-Z0-9]{2,15}(?:x|on)?)(?![\w/-]|[.:]\d|ⓢ)/gu
  return [...title.matchAll(alone)]
    .map((found) => mention(found, found.index))
    .filter(({ name }) => isPlainTicker(name) && !/^(?:1000+)?[A-Z0-9]{2,}(?:USDT|USDC)$/.test(name))
}

const coin = `(?:${ticker}|\\p{sc=Han}{1,15})`
const list = /*#__PURE__*/ new RegExp(
  `(?<![\\w/$-])(?:${coin}(?:, (?:and )?| and | & |[、・]))+${coin}(?![\\w/-])`,
  'gu',
)

/** Tickers in a list. Among other coins an ordinary word or a single letter is one too. */
function inLists(title: string): Mention[] {
  const mayBeChinese = isEnglish(title)
  const isChinese = (name: string) => mayBeChinese && /^\p{sc=Han}+$/u.test(name)
  return [...title.matchAll(list)].flatMap(({ 0: text, index }) => {
    const names = namesOfList(text, index).filter(({ name }) => isTicker(name) || isChinese(name))
    const isSure = names.some(({ name }) => isPlainTicker(name) || isChinese(name))
    return names.length > 2 || isSure ? names : []
  })
}

/** Coins named in Chinese: any Chinese in an English title, and in brackets of a Korean one. */
function inChinese(title: string): Mention[] {
  const isKorean = /\p{sc=Hang}/u.test(title)
  const names = isEnglish(title) ? /(\p{sc=Han}{1,15})/gu : isKorean ? /\((\p{sc=Han}{2,15})\)/gu : null
  return names ? [...title.matchAll(names)].map((found) => mention(found, found.index)) : []
}

/** Of `USDT on the TRX network` the network is no coin of its own. */
function withoutNetworks(title: string, mentions: readonly Mention[]): readonly Mention[] {
  const network = /\b(?:on|via|over|through) (?:the )?([\w-]+) (?:network|chain|blockchain|mainnet)/gi
  const networks = new Set([...title.matchAll(network)].map(([, name]) => name))
  const coins = mentions.filter(({ name }) => !networks.has(name))
  return coins.length > 0 ? coins : mentions
}

/** In ASCII what has a full-width form, without the markets that a coin is added to: `(KRW, BTC 마켓)`, `BTC 마켓`. */
const readable = (title: string) =>
  title
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?:[A-Z]{3,5}[,\s]{1,2}){0,5}[A-Z]{3,30}[,\s]{0,2}마켓/g, (markets) =>
      ' '.repeat(markets.length),
    )

/** Coins that a title names, as it writes them, each once, in order of appearance. */
export function assetsIn(title: string): readonly string[] {
  const text = readable(title)
  const bracketed = inBrackets(text)
  // Where brackets name the coins, other words in capitals are names, quotes and products.
  const isAllCapitals = /(?<![A-Z])[A-Z]{4,} [A-Z]{4,} [A-Z]{4,}/.test(text)
  const running =
    bracketed.length > 0 || isAllCapitals ? [] : [...inLists(text), ...besideVerbs(text), ...inText(text)]
  const units = unitsOfAccount(text)
  const outside = [...basesOfPairs(text), ...running].filter(({ name }) => !units.has(name))
  const mentions = withoutNetworks(text, [...bracketed, ...inChinese(text), ...outside])
  return [...new Set(mentions.toSorted((a, b) => a.at - b.at).map(({ name }) => name))]
}

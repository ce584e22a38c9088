import type { NoticeTopic } from '../../market/notice.ts'

// Whether a title is about the whole exchange. Matched against titles as written.

/** Topics that are of coins or pairs, unless the title says that all are meant. */
const ofAllOrSome: readonly NoticeTopic[] = [
  'deposit-suspended',
  'withdrawal-suspended',
  'halt',
  'cancel-only',
]
/** Topics that are never of the whole exchange. */
const ofSome: readonly NoticeTopic[] = ['delisting', 'caution', 'listing', 'migration']

const everything =
  /\b(?:all|every|entire|whole) (?:(?:spot|crypto\w*|digital|virtual|trading|token|coin|asset|exchange)s? )*(?:deposits?|withdrawals?|trad(?:es?|ing)|orders?|pairs?|markets?|coins?|tokens?|assets?|crypto\w*|transfers?|transactions?|services?|functions?|operations?|platform|exchange)\b|(?:platform|exchange|site)[- ]?wide|across the (?:platform|exchange)|(?<![安完健])全|すべて|所有|一切|전체|모든|모두|전 ?(?:종목|가상자산|디지털|코인)/i

/** All of a part only: tokens of one network, one currency, the pairs of one coin. */
const ofPart =
  /network|chain|\b(?:users?|residents?|customers?|accounts?) (?:in|of|from)\b|\b(?:some|certain) (?:users|customers|accounts)|\b(?:erc|bep|trc|brc|spl)-?\d*|-based|\bfiat\b|\b(?:usd|eur|gbp|jpy|krw|try|brl)\b|ネットワーク|チェーン|円|네트워크|계열|체인|원화|网络|链/i
const ofOneCoin =
  /\b(?:[Aa]ll|ALL|[Ee]very)\b.* (?:of|in) (?:the )?(?!(?:All|Spot|Crypto|Digital|Virtual|Asset|Token|Coin|Trading|Deposit|Withdrawal))[A-Z]/

const saysAll = (title: string) => everything.test(title) && !ofPart.test(title) && !ofOneCoin.test(title)

// Words of which a resumption consists that names nothing: what was suspended is open again.
const resumptionWords =
  /\b(?:binance|bybit|okx|kucoin|bitget|gate|crypto\.com|kraken|htx|mexc|has|have|is|are|been|now|the|of|and|its|our|notice|announcement|update|temporar\w*|resum\w*|restor\w*|re-?open\w*|re-?enabl\w*|complet\w*|available|again|suspen\w*|deposits?|withdrawals?|trad(?:es?|ing)|orders?|spot|services?|functions?|system|exchange|platform|upgrade|maintenance|crypto|digital|assets?)\b|再開|完了|終了|復旧|お知らせ|サービス|入出金|入金|出金|取引|一時|停止|いたしました|しました|について|[のをがに]|재개|완료|안내|서비스|입출금|입금|출금|거래|시스템|일시|중단|중지|점검/gi

const namesNothing = (title: string) => !/\p{L}/u.test(title.replaceAll(resumptionWords, ''))

/**
 * Whether a statement on this topic is of the whole exchange by its title. One whose coin we cannot read is not:
 * a suspension must say that it is of all, a resumption may also name nothing at all.
 */
export function isOfWholeVenue(title: string, what: NoticeTopic, isOver: boolean): boolean {
  if (ofSome.includes(what)) return false
  if (ofAllOrSome.includes(what)) return saysAll(title) || (isOver && namesNothing(title))
  return what !== 'maintenance' || !isOfOtherProduct(title)
}

const otherProduct =
  /\bearn\b|\bwallet\b|\bnft|\bpay\b|\bp2p\b|\bconvert\b|launchp(?:ad|ool)|staking|\bloans?\b|\bcard\b|\bstocks?\b|\bbank|\bfiat\b|web3|(?:copy|demo|block|spread|paper|mock|grid) trading|trading bots?|\bmining\b|\bgift|test ?net|sandbox|simulat|market data|web ?socket|\bapi\b|뱅크|은행|계좌|원화|카드|銀行|カード|積立|貸/i
const ofTrading =
  /\bspot\b|(?<!(?:stock|copy|bot|margin|demo|block|spread|paper|mock|grid) )trading(?! bot)|現物|取引|거래(?!소)/i

/** A maintenance of another product leaves the market open. */
const isOfOtherProduct = (title: string) => otherProduct.test(title) && !ofTrading.test(title)

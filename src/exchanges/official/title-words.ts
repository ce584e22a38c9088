import type { Notice, NoticeTopic } from '../../market/notice.ts'

// Patterns of title words in English, Japanese, and Korean as Upbit and Bithumb write it. Other languages, Chinese
// among them, are not covered: all other sources are requested in English. Matched against titles in lower case.

/** Whether a title, as written, is in English; it may still name a coin in Chinese. */
export function isEnglish(title: string): boolean {
  const words = title.match(/\b[A-Z]?[a-z]{2,}\b/g) ?? []
  return words.length > 1 && !/[\p{sc=Hang}\p{sc=Hira}\p{sc=Kana}]/u.test(title)
}

/** A title in lower case, as the patterns take it: a coin's Chinese name is a word like any other. */
export function plainTitle(title: string): string {
  return (isEnglish(title) ? title.replaceAll(/\p{sc=Han}+/gu, 'coin') : title).toLowerCase()
}

/** Something is suspended. */
export const stops =
  /suspen|paus|halt|\bclos(?:e|ed|es|ing|ure)\b|disabl|unavailab|(?<!trailing[ -])\bstops?\b(?![ -](?:loss|limit|market|buy|sell))|停止|中止|休止|중단|중지|정지/

/** Something works again, or is done. A future resumption is excluded by `later`. */
export const resumes =
  /resum|re-?open|restor|re-?enabl|available again|can be created again|complet|has ended|lifted|remov\w+ (?:the )?monitoring|再開|完了|終了|復旧|解除|재개|완료|해제|정상화/

/** The resumption is still to come. */
export const later =
  /(?:will|to) (?:be )?(?:resum|re-?open|restor|remain)|(?:when|until|once|before) [^,;]*resum|再開(?:予定|未定|時期|日程)|終了予定|재개 ?(?:예정|시점|일정)/

const deposit = /deposit|入金|預入|入出金|入庫|入出庫|受取|送受|입금|입출금/
const withdrawal = /withdraw|出金|入出金|出庫|入出庫|送金|送付|送受|출금|입출금/
const trading =
  /trading|\btrades?\b|\borders?\b|\ball (?:\w+ )?services\b|取引|売買|注文|サービス|거래(?!지원|소|유의)|주문|전체 ?서비스/

/**
 * The suspension topic by what the title names: withdrawals, deposits or trading, in this order; else undefined.
 */
export function stoppedTopic(title: string): NoticeTopic | undefined {
  if (withdrawal.test(title)) return 'withdrawal-suspended'
  if (deposit.test(title)) return 'deposit-suspended'
  return trading.test(title) ? 'halt' : undefined
}

/** Whether a title says that trading has resumed, whatever else it says. */
export function resumesTrading(title: string): boolean {
  const plain = title.toLowerCase()
  return resumes.test(plain) && !later.test(plain) && trading.test(plain)
}

export const rollback =
  /roll(?:ed|ing|s)?[ -]?backs?\b|revers(?:e[sd]?|al of|ing) [\w ]*trades?|trades? [\w ]*(?:revers|cancel|annul)|約定.{0,6}(?:取消|取り消)|ロールバック|체결 ?취소|롤백/

export const apiKeys = /\bapi[ -]?(?:secret )?keys?\b|apiキー|api ?키/

export const delisting =
  /delist|removal of [\w &]*(?:pairs?|tokens?)|remov\w+ [\w/, ]*trading pairs?|ceas\w+ (?:trading|support)|上場廃止|取(?:り)?扱い?(?:の|を)?(?:廃止|終了)|거래지원 ?종료|상장 ?폐지/

export const caution =
  /monitoring tag|\bcaution|investment warning|special treatment|\bst (?:tag|label)|注意喚起銘柄|유의 ?종목|유의 ?촉구/

/**
 * A market that misbehaves, without a word of what was done about it: the exchange itself says so. In Korean the word
 * for "abnormal" behind a number means "or more".
 */
export const irregular =
  /(?:irregular|abnormal|unusual|anomalous|erroneous) [\w /$()-]*(?:trad|orders?\b|pric|market|volatil|fluctuat|mov|liquidat)|(?:trading|price|market) (?:irregularit|abnormalit|anomal)|incident (?:recap|report)|異常な?(?:取引|約定|注文|価格|値動き|変動|高騰|急騰|急落)|(?:取引|約定|価格|値動き)の?異常|(?<![\d원개%회건] ?)이상 ?(?:거래|시세|가격|급등|급락|체결)|(?:거래|시세|가격) ?이상|비정상(?:적인)? ?(?:거래|시세|가격|급등|급락|체결)/

export const listing =
  /\blists?\b|\blisting\b|open(?:s|ing)? trading|trading (?:will )?(?:starts?|opens?)|launch\w* [\w ⓢ,/-]*(?:perpetual|spot|trading|contracts?)|new (?:spot )?(?:trading )?pairs?|adds? [\w/, ]*trading pairs?|introducing .*(?:launchpool|launchpad|airdrops|megadrop)|上場|(?:取(?:り)?扱い?|取引)(?:の|を)?開始|新規取(?:り)?扱|디지털 자산 추가|마켓(?:\([a-z/]+\))? ?(?:추가|오픈)|신규 ?거래지원|상장/

/** Marketing, whatever verbs it plays with. Coins are called WIN and the like: it takes what can be won. */
export const promotion =
  /competition|tournament|contest|campaign|giveaway|vouchers?|prize|promotion|\bbonus(?:es)?\b|\brewards?\b|\bquiz|lucky draw|referral|zero[ -]fee|learn (?:and|&|to) earn|(?:and|to|&) win\b|\b(?:win|share|earn|claim|grab) (?:up to|with|a\b|big\b|your\b|\$?\d)|キャンペーン|プレゼント|抽選|還元|特典|이벤트|기념|추첨|경품|혜택|리워드/

export const migration =
  /(?:token|contract|coin) (?:swap|merge|conversion)|migrat|redenominat|rebrand|renam(?:e[sd]?|ing)|ticker change|トークン(?:スワップ|移行)|移行|リブランド|名称変更|デノミ|토큰 ?(?:스왑|전환)|리브랜딩|마이그레이션|리디노미네이션|티커 ?변경/

/** Wallets or network of one coin. */
export const network =
  /wallet maintenance|network (?:upgrade|update|maintenance)|hard ?fork|mainnet (?:upgrade|launch)|protocol upgrade|the merge\b|ハードフォーク|ネットワーク.{0,4}(?:アップグレード|アップデート|メンテナンス)|アップ(?:グレード|デート)|네트워크 ?(?:업그레이드|점검|전환)|메인넷|하드포크|(?:지갑|월렛) ?점검/

/** The Japanese words in `network` are also used of software. */
export const software = /アプリ|システム|サイト|\bapp\b/

/** Maintenance or failure of the exchange's own systems. A maintenance margin is something else. */
export const maintenance =
  /maintenance(?! margin)|(?:system|server|engine) (?:upgrade|update|failure)|(?:system|service|exchange|platform|trading) (?:downtime|interruption|disruption)|\boutage|technical (?:issue|difficult|problem)|(?:scheduled|platform|engine|spot|trading|infrastructure) [\w ]*upgrade|upgrading the|メンテナンス|(?:システム|サーバー?)(?:の)?(?:障害|更新)|점검|(?:시스템|서버|서비스) ?장애|시스템 업데이트/

const derivatives =
  /futures?\b|perpetual|\bperps?\b|usdⓢ?-m|usd ?ⓢ?-?margined|coin-m|delivery contract|\boptions\b|derivativ|先物|無期限|デリバティブ|レバレッジ|暗号資産fx|선물|무기한/
const margin = /\bmargin\b|\bloans?\b|信用取引|마진/

/** The products other than spot that a title is about. */
export function marketIn(title: string): Notice['market'] {
  if (/\bspot\b|現物/.test(title)) return undefined
  return derivatives.test(title) ? 'derivatives' : margin.test(title) ? 'margin' : undefined
}

/** Topic by the exchange's category, where the title matches no rule. */
export const categories: readonly (readonly [NoticeTopic, RegExp])[] = [
  ['delisting', /delist|거래지원종료/],
  ['caution', /거래유의/],
  ['maintenance', /maintenance|점검/],
  ['listing', /listing|new[_ -]?crypto|마켓 ?추가/],
]

import { assetsIn } from '../../../src/exchanges/official/assets-in.ts'
import { classifyTitle, type TitleMeaning } from '../../../src/exchanges/official/classify-title.ts'
import { noticeScopes, noticeTopics } from '../../../src/market/notice.ts'
import { expectThat } from '../checks/broken.ts'
import type { Chance } from '../input/chance.ts'
import { longText, oddTexts } from '../input/odd-values.ts'
import type { Target } from '../target.ts'

/** Pieces of announcements in the three languages that are read, separated by bars. */
const pieces = `
Binance Will Delist|Notice of Removal of Spot Trading Pairs|Wallet Maintenance for|deposits|and|Suspension of
|Temporarily suspends withdrawals of|has resumed|System Upgrade|API Keys|will support the|network upgrade
|on the TRX network|trading for|New listing:|FOO|BARUSDT|FOO/USDT|(FOO)|(FOO, BAR and BAZ)|$GO|1000SATS
|FOO, BAR, BAZ|【AI】|「XEM」|(KRW, BTC 마켓)|の入出金を一時停止|メンテナンスのお知らせ|取引再開について|上場廃止
|システム|入金|送付|の取扱い|거래지원 종료 안내|입출금 일시 중단|유의 종목 지정|신규 거래지원|서버 점검|입금|출금 재개
|2026-11-29 03:00 (UTC)|12/25|10:00|100,000|,| & |/|-|(|)|[|】|、|・`
  .replaceAll('\n', '')
  .split('|')

function title(chance: Chance): string {
  if (chance.has(0.05)) return longText(chance)
  const parts = Array.from({ length: 1 + chance.below(chance.has(0.1) ? 200 : 12) }, () =>
    chance.has(0.08) ? chance.of(oddTexts) : chance.of(pieces),
  )
  const text = parts.join(chance.of([' ', ' ', ' ', '', ', ', '　']))
  return chance.has(0.2) ? withOddCharacter(text, chance) : text
}

function withOddCharacter(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1)
  return text.slice(0, at) + String.fromCharCode(chance.below(0x10000)) + text.slice(at + chance.below(3))
}

interface Announcement {
  readonly title: string
  readonly category: unknown
}

interface Understood {
  readonly meaning: TitleMeaning
  readonly assets: readonly string[]
}

/** Titles of announcements, by the rules that read them. */
export const titles: Target<Announcement> = {
  name: 'titles',
  sessionLength: 1,
  perTurn: 400,
  open: () => ({
    generate: (chance) => ({
      title: title(chance),
      category: chance.of<unknown>([
        undefined,
        null,
        7,
        'New listings',
        'Delisting',
        '점검',
        {},
        [],
        longText(chance, 200),
      ]),
    }),
    run({ title: text, category }): Understood {
      // Of a whole title as the venue sends it, and of what the gate lets through.
      return { meaning: classifyTitle(text, category), assets: assetsIn(text.slice(0, 500)) }
    },
    check(result) {
      const { meaning, assets } = result as Understood
      expectThat(noticeTopics.includes(meaning.what), `unknown topic ${meaning.what}`)
      expectThat(noticeScopes.includes(meaning.scope), `unknown scope ${meaning.scope}`)
      for (const asset of [...assets, ...meaning.assets])
        expectThat(
          typeof asset === 'string' && asset !== '' && asset.length <= 64,
          `an asset named '${asset}'`,
        )
      expectThat(new Set(assets).size === assets.length, 'an asset is named twice')
    },
  }),
}

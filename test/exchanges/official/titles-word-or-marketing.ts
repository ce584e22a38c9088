import { type LabelledTitle, labelled } from './labelled-title.ts'

/** The exchange says itself that a market misbehaved, and nothing of what it did about it. */
export const titlesOfIrregularMarkets: readonly LabelledTitle[] = labelled(`
  Incident Report: Irregular FOO Trading | caution | FOO
  Statement on the Abnormal Price of FOO/BTC | caution | FOO
  Notice Regarding Unusual Market Movements of Foo (FOO) | caution | FOO
  Update on FOO Price Anomaly | caution | FOO
  Some Erroneous Trades of FOO Are Reversed | rollback | FOO
  FOO Trading Halted Due to Irregular Trades | halt | FOO
  フー(FOO)の異常な価格変動について | caution | FOO
  FOO/BTC 取引の異常について | caution | FOO
  푸(FOO) 이상 거래 관련 안내 | caution | FOO
  푸(FOO) 시세 이상 급등 관련 안내 | caution | FOO
  Abnormal Behaviour of the App | other
  FOO 10만원 이상 거래 고객 안내 | other | FOO
`)

/** Marketing and lessons with the verbs of suspensions: no official word. */
export const titlesOfMarketing: readonly LabelledTitle[] = labelled(`
  Halt the Bear! FOO Trading Competition | other | FOO
  FOO Trading Contest Suspended | other | FOO
  Delist Your Doubts: Trade FOO and Win | other | FOO
  Create API Keys and Win 100 USDT | other
  Deposit Bonus Paused | other
  All Trading Fee Promotions Have Ended | other
  Stop-Loss Orders: Learn & Earn | other
  New Stop-Limit Orders for Spot Trading | other
  How Trailing Stop Orders Work | other
  入金キャンペーン終了のお知らせ | other
  거래 이벤트 일시 중단 안내 | other
  Suspension of Withdrawals for Winner (WIN) | withdrawal-suspended | WIN
`)

import { type LabelledTitle, labelled } from './labelled-title.ts'

/** Titles that the rules were written with: each must be classified exactly as labelled. */
export const titlesSeen: readonly LabelledTitle[] = labelled(`
  OKX to delist KISHU margin trading pairs | delisting margin | KISHU
  OKX completed MATIC token migration | migration over | MATIC
  OKX to suspend SYS deposits | deposit-suspended | SYS
  OKX to delist SYS and suspend its deposits | delisting | SYS
  Suspension of SYS withdrawals | withdrawal-suspended | SYS
  SYS 입금 일시 중단 안내 | deposit-suspended | SYS
  KuCoin Will Delist SYS | delisting | SYS
  Delisting of SYS/BTC | delisting | SYS
  Bybit lists SYS | listing | SYS
  Spot system maintenance | maintenance
  Notice of Scheduled System Maintenance for Spot | maintenance
  A new look for the app | other
  Please replace your API keys | api-keys
  Binance Has Deleted All API Keys | api-keys
  Binance API Keys Can Be Created Again | api-keys
  Binance Temporary Maintenance: Trading, Withdrawals and Account Functions Suspended | maintenance
  Binance Scheduled System Upgrade Notice (2019-11-14) | maintenance
  Binance Completes System Upgrade and Resumes Trading | maintenance over
  Binance Resumes Trading; Irregular Trades Rolled Back | rollback
  Binance Will Support the Ethereum Network Upgrade and Hard Fork | maintenance asset
  Binance Temporarily Suspends Deposits and Withdrawals of Foo (FOO) | withdrawal-suspended | FOO
  Binance Has Resumed Withdrawals of Foo (FOO) | withdrawal-suspended over | FOO
  Binance Will Resume Deposits of Foo (FOO) Once the Network Is Stable | deposit-suspended | FOO
  Foo (FOO) Trading Competition: Share Up to 50,000 USDT | other | FOO
  Updates on the Maintenance Margin Ratios of FOOUSDT | other margin | FOO
  Notice on the Removal of BAR/USDT and BAZ/BTC Trading Pairs | delisting | BAR BAZ
  メンテナンスのお知らせ | maintenance
  緊急メンテナンス完了のお知らせ | maintenance over
  フー(FOO)の入出金を一時停止いたします | withdrawal-suspended | FOO
  フー(FOO)の入金を再開いたしました | deposit-suspended over | FOO
  フー(FOO)の入出金の再開時期について | withdrawal-suspended | FOO
  フー(FOO)の取扱い開始のお知らせ | listing | FOO
  フー(FOO)の上場廃止について | delisting | FOO
  全銘柄の取引を一時停止しています | halt
  スマートフォンアプリのアップデートのお知らせ | other
  フー(FOO)のハードフォークへの対応について | maintenance asset | FOO
  푸(FOO) 입출금 재개 안내 | withdrawal-suspended over | FOO
  푸(FOO) 거래 유의 종목 지정 안내 | caution | FOO
  KRW 마켓 디지털 자산 추가 (FOO) | listing | FOO
  푸(FOO) 거래지원 종료 안내 (9/14 15:00) | delisting | FOO
  시스템 점검 안내 (5/11 02:00~04:00) | maintenance
`)

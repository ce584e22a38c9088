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

/** Titles on which coins are hard to see, and which must not pass for words about the whole exchange. */
export const titlesOfHardCoins: readonly LabelledTitle[] = labelled(`
  Deposits and Withdrawals of 狗币侠 Will Be Suspended | withdrawal-suspended | 狗币侠
  Binance Will Delist 狗币侠 and Foo (FOO) | delisting | 狗币侠 FOO
  Notice of Removal of 狗币侠/USDT Trading Pair | delisting | 狗币侠
  Binance Will Delist 狗币侠, AI and HOT on 2026-11-05 | delisting | 狗币侠 AI HOT
  Suspension of Withdrawals: $FOO, $GO | withdrawal-suspended | FOO GO
  狗币侠 deposits suspended | deposit-suspended | 狗币侠
  도지맨(狗币侠) 거래지원 종료 안내 | delisting | 狗币侠
  Temporary Suspension of Withdrawals for Space ID (ID) | withdrawal-suspended | ID
  Temporary Suspension of Withdrawals for Holo (HOT) | withdrawal-suspended | HOT
  Temporary Suspension of Deposits for Goat Network (GO) | deposit-suspended | GO
  Suspension of Deposits for Sleepy [AI] | deposit-suspended | AI
  Suspension of Deposits for Sleepy {AI} | deposit-suspended | AI
  Sleepy 【AI】 deposits paused | deposit-suspended | AI
  Sleepy《AI》withdrawals paused | withdrawal-suspended | AI
  Suspension of Withdrawals for Just (JST) | withdrawal-suspended | JST
  Withdrawals of Foo (FOO) Paused from 10:00 (JST) | withdrawal-suspended | FOO
  OKX to suspend AI deposits | deposit-suspended | AI
  Trading Halted on TOP/USDT | halt | TOP
  Coinbase will suspend trading for GO | halt | GO
  $HOT deposits paused | deposit-suspended | HOT
  ホロ『HOT』の入金を停止いたします | deposit-suspended | HOT
  OKX will launch AI/USDⓈ for spot trading | listing | AI
  Binance Will Delist HOT, FOO and ID | delisting | HOT FOO ID
  Binance Will Delist A, B and C | delisting | A B C
  Suspension of AAPLx and TSLAx withdrawals | withdrawal-suspended | AAPLx TSLAx
  Notice on Removal of AAPLx/USDT Trading Pair | delisting | AAPLx
  Wrapped Foo (wFOO) deposits paused | deposit-suspended | wFOO
  Suspension of Withdrawals for Foo（ＦＯＯ） | withdrawal-suspended | FOO
  フー（HOT）の出金を停止いたします | withdrawal-suspended | HOT
  【AI】入出金停止のお知らせ | withdrawal-suspended | AI
  フー(FOO)の出金を10時(JST)に停止いたします | withdrawal-suspended | FOO
  AI 입출금 일시 중단 안내 | withdrawal-suspended | AI
  HOT、ID、FOOの入出金停止のお知らせ | withdrawal-suspended | HOT ID FOO
  비트코인(BTC) 입금 일시 중단 안내 | deposit-suspended | BTC
  Suspension of USDT Withdrawals on the TRX Network | withdrawal-suspended | USDT
  Suspension of Deposits and Withdrawals on the Ethereum Network | withdrawal-suspended asset
  Foocoin Withdrawals Suspended | withdrawal-suspended asset
  Foocoin Withdrawals Suspended for All Users | withdrawal-suspended asset
  All Trading Pairs of Foocoin Are Suspended | halt asset
  Suspension of All ERC-20 Token Withdrawals | withdrawal-suspended asset
  Withdrawals Suspended | withdrawal-suspended asset
  Foocoin Deposits Have Resumed | deposit-suspended over asset
  ビットコインの出金停止のお知らせ | withdrawal-suspended asset
  安全対策に伴うビットコインの入金停止 | deposit-suspended asset
  日本円の出金を停止いたします | withdrawal-suspended asset
  비트코인 출금 일시 중단 안내 | withdrawal-suspended asset
  원화 입출금 전체 중단 안내 | withdrawal-suspended asset
  KuCoin Will Delist Certain Projects | delisting asset
  Binance Earn System Upgrade Notice | maintenance asset
  KB국민은행 시스템 점검 안내 | maintenance asset
  K뱅크 점검 안내 | maintenance asset
  Testnet Maintenance | maintenance asset
  Earn Service Interruption | maintenance asset
  Demo Trading System Upgrade | maintenance asset
  WebSocket Maintenance Notice | maintenance asset
  All Services Suspended for Users in Fooland | halt asset
  Foo (FOO) Is Now on Earn (UPDATED) | other | FOO
`)

/** Titles that are about the whole exchange, in their own words. */
export const titlesOfWholeVenue: readonly LabelledTitle[] = labelled(`
  All Withdrawals Are Temporarily Suspended | withdrawal-suspended
  KuCoin Suspends All Deposits and Withdrawals | withdrawal-suspended
  Trading Halted Across the Platform | halt
  Server Upgrade Notice | maintenance
  Trading Service Interruption | maintenance
  Report on the Outage of 5 November | maintenance
  서버 장애 안내 | maintenance
  サーバー障害のお知らせ | maintenance
  All Services Are Temporarily Suspended | halt
  All Exchange Services Have Resumed | halt over
  전체 서비스 일시 중단 안내 | halt
  Platform-Wide Suspension of Deposits | deposit-suspended
  We are pausing all spot trading | halt
  Deposits and Withdrawals Have Resumed | withdrawal-suspended over
  全暗号資産の入出金を一時停止いたします | withdrawal-suspended
  すべての入金を停止いたします | deposit-suspended
  サービス再開のお知らせ | halt over
  전체 가상자산 입출금 일시 중단 안내 | withdrawal-suspended
  모든 코인 출금 중지 안내 | withdrawal-suspended
  전 가상자산 출금 중지 안내 | withdrawal-suspended
  Deposits Suspended on the Whole Exchange | deposit-suspended
`)

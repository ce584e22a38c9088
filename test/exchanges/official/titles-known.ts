import { type LabelledTitle, labelled } from './labelled-title.ts'

// Collected and labelled before the first rule, but known to the rules' author: figures from them are too
// favourable. The fair figures are those of titles-unseen.ts.

/** Titles as published, from complete public lists of announcements (2018-2026). */
const published: readonly LabelledTitle[] = labelled(`
  Binance Will List Hyperliquid (HYPE) with Seed Tag Applied | listing | HYPE
  Notice of Removal of Spot Trading Pairs - 2026-10-02 | delisting
  Binance Margin And Loans Token Delist on 2026-10-02 | delisting margin
  Binance Will Delist ICX, SCRT, STORJ on 2026-09-03 | delisting | ICX SCRT STORJ
  Binance Will Support the Injective (INJ) Network Upgrade & Hard Fork - 2026-09-24 | maintenance asset | INJ
  Binance Will Support the Zilliqa (ZIL) Network Migration | migration | ZIL
  Binance Will Support the Stargate Finance (STG) Token Merge to LayerZero (ZRO) | migration | STG ZRO
  Binance Will Extend the Monitoring Tag to Include Alpaca Finance (ALPACA) | caution | ALPACA
  Binance Will Remove the Monitoring Tag for Terra (LUNA) | caution over | LUNA
  Binance Futures Will Delist USDⓈ-Margined ALPACAUSDT Perpetual Contract | delisting derivatives | ALPACA
  Binance Futures Will Launch USDⓈ-Margined HYPEUSDT Perpetual Contract | listing derivatives | HYPE
  Introducing Avantis (AVNT) on Binance HODLer Airdrops! Earn AVNT With Retroactive BNB Simple Earn Subscriptions | listing | AVNT
  Binance Futures Will Launch Multiple TradFi USDⓈ-Margined Perpetual Contracts (2026-09-29) | listing derivatives
  Binance Will Add Hyperliquid (HYPE) on Earn, Buy Crypto, Convert, VIP Loan & Margin | other | HYPE
  Binance Completes the USDT Contract Swap on Optimism Network - 2026-09-18 | migration over | USDT
  Binance Will Close UAH Deposits and Withdrawals via Fiat Trade UAH and Delist USDT/UAH Spot Trading Pair | delisting | USDT
  Notice of Removal of Margin Trading Pairs - 2026-09-25 | delisting margin
  Binance Wallet System Upgrade Notice (2026-09-22) | maintenance
  Binance Will Support Scheduled Upgrade for Stock Trading Services - 2026-09-26 | maintenance
  Binance Futures Will List USDⓈ-M & COIN-M Quarterly 0326 Delivery Contracts | listing derivatives
  Update on the Margin Tiers of USDⓈ-M Perpetual Contracts (2026-10-02) | other derivatives
  Binance Will Support the SpaceX (SPCXB) Airdrop for MarsCoin (MARSCOIN) Holders | other | SPCXB MARSCOIN
  ALGO Trading Tournament: Trade to Share Up to 200,000 USDC Token Vouchers | other | ALGO
  Binance Earn System Upgrade Notice (2023-09-20) | maintenance
  Incident Recap on Irregular SYS Trading | caution | SYS
  Binance Will Support the Celo (CELO) Network Upgrade & Hard Fork | maintenance asset | CELO
  Binance Will Support the TRON (TRX) Contract Swap | migration | TRX
  Binance Will Support the Decred (DCR) and MultiversX (EGLD) Network Upgrades & Hard Forks | maintenance asset | DCR EGLD
  Binance Will Support the EOS (EOS) Token Swap and Rebranding to Vaulta (A) | migration | EOS A
  Binance Will List Starpower (STAR) with Seed Tag Applied | listing | STAR
  Binance Will Delist ANT, MULTI, VAI, XMR on 2024-02-20 | delisting | ANT MULTI VAI XMR
  Wallet Maintenance for Tron Network (TRX) - 2023-01-30 | maintenance asset | TRX
  Wallet Maintenance for Ethereum Network (ETH) - 2026-08-27 | maintenance asset | ETH
  Binance Will Support the Corning Incorporated (GLW) and Goldman Sachs Group (GS) Cash Dividend Distribution via bStocks | other | GLW GS
  Binance Completes the Voxies Subscription Launchpad and Will Open Trading for VOXEL | listing | VOXEL
  Subscription for the Voxies (VOXEL) Token Sale on Binance Launchpad Is Now Open | other | VOXEL
  KuCoin Futures Trading System Will Be Suspended for Upgrade on November 23, 2022 | maintenance derivatives
  Scheduled KuCoin Spot Trading System Upgrade on July 15 | maintenance
  Announcement on Upgrading the DOGE Perpetual/USDT Contract on KuCoin Futures Scheduled for December 23 | maintenance derivatives | DOGE
  Announcement Regarding the Adjustment of the Daily KCS Lockup Time | other
  OKX to delist X, BSV, GOG, DIA, BONE and OXT spot trading pairs | delisting | X BSV GOG DIA BONE OXT
  OKX to delist several perpetual futures | delisting derivatives
  OKX to list perpetual for RESOLV crypto | listing derivatives | RESOLV
  OKX to support Base network upgrade | maintenance asset
  OKX to list perpetual futures for GLW equity | listing derivatives | GLW
  OKX Flash Earn is Now Live | other
  ビットコインキャッシュの一部サービス再開についてのお知らせ | halt over
  ビットコインキャッシュのアップデートに伴うサービスの一部停止のお知らせ | halt
  ビットコインキャッシュのアップグレードに関するご注意 | maintenance asset
  [거래] BTC 마켓 디지털 자산 추가 (AAVE) | listing | AAVE
  [입출금] 코스모스(ATOM) 네트워크 업그레이드에 따른 입출금 일시 중단 안내 (12/13 18:00 ~) | withdrawal-suspended | ATOM
  [NFT 드롭스] 현대 민화의 대표 작가 김근중 & 목탄으로 그린 어둠의 미학 이재삼 | other
  [안내] 엔케이엔(NKN) 입출금 일시 중단 안내 | withdrawal-suspended | NKN
  [안내] 유통량 계획표 변경 안내 : 오리진프로토콜(OGN) | other | OGN
  [입출금] 파일코인(FIL) 네트워크 업그레이드에 따른 입출금 일시 중단 안내 (12/12 18:00 ~) | withdrawal-suspended | FIL
  [안내] 가상자산 실명계정 운영지침 적용에 따른 원화 입출금 관련 변동사항 안내 (1/1 적용 예정) | other
  [디지털 자산] 11월 5주차 GAS, VTHO 지급 안내 | other | GAS VTHO
  [안내] 코스모스(ATOM) 입출금 일시 중단 안내 (완료) | withdrawal-suspended over | ATOM
  [안내] 코스모스(ATOM) 입출금 일시 지연 안내 | other | ATOM
  [NFT] 생물다양성 보전 '시드볼트 NFT 컬렉션' 프로젝트 요원 모집을 위한 드롭스 및 SNS 인증 이벤트 안내 | other
  [안내] 수이(SUI) 입출금 일시 중단 안내 (완료) | withdrawal-suspended over | SUI
  [입출금] ICX, ZIL, XLM 입출금 일시 중단 안내 (완료) | withdrawal-suspended over | ICX ZIL XLM
  [안내] 특정 코인을 통한 투자 손실 보존 유도 및 업비트 임직원 사칭 주의 안내 | other
  [중요] 특정금융정보법에 따른 미신고 가상자산사업자와의 입출금 제한 및 유의사항 (2023.07.19 추가) | other
  [안내] 디지털 자산 오입금 관련 유의사항 안내 | other
  가상자산 출금 지연 제도 재시행 안내 | other
  KB국민은행 원화 입출금 서비스 오픈 안내 | other
  거래유의종목 및 거래지원 종료 일정 안내 | delisting
  KB국민은행 시스템 점검 작업으로 인한 계좌연결 서비스 일시 중단 안내 | maintenance
  이오스트(IOST) 에어드랍 3차 지급 안내 | other | IOST
  디와이디엑스(DYDX) 메인넷 전환으로 인한 입출금 중지 안내 (6/11 재개) | withdrawal-suspended over | DYDX
  도그위프햇(WIF), 포켓네트워크(POKT) 원화 마켓 추가 | listing | WIF POKT
  빗썸 이용약관 개정 안내 | other
  제타체인(ZETA) 입출금 일시 중지 안내 (06/13 재개) | withdrawal-suspended over | ZETA
  알렉스(ALEX) 거래유의종목 지정 | caution | ALEX
  이오스트(IOST) 네트워크 전환으로 인한 입출금 중지 안내 | withdrawal-suspended | IOST
  알렉스(ALEX) 유의촉구 및 알렉스(ALEX), 스택스(STX) 입출금 일시 중단 안내 (06/12 재개) | withdrawal-suspended over | ALEX STX
  소폰(SOPH) 거래 유의 종목 지정 안내 | caution | SOPH
  아이콘(ICX) 거래지원 종료 안내 (10/19 15:00) | delisting | ICX
  인젝티브(INJ) 거래 유의 종목 지정 해제 | caution over | INJ
  페이팔유에스디(PYUSD), 제이피와이코인(JPYC) 신규 거래지원 안내 (KRW, BTC, USDT 마켓) | listing | PYUSD JPYC
`)

/** In the wording of exchanges in Japan and abroad, from memory: no list of them was available. */
const remembered: readonly LabelledTitle[] = labelled(`
  システムメンテナンスのお知らせ(5月8日実施) | maintenance
  【緊急】臨時メンテナンス実施のお知らせ | maintenance
  メンテナンス終了のお知らせ | maintenance over
  オーエムジー(OMG)の取扱い廃止に関するお知らせ | delisting | OMG
  「ソラナ(SOL)」の取扱い開始のお知らせ | listing | SOL
  新規銘柄「ザ・グラフ(GRT)」上場のお知らせ | listing | GRT
  ネム(XEM)の入出金一時停止のお知らせ | withdrawal-suspended | XEM
  ポルカドット(DOT)の送付一時停止について | withdrawal-suspended | DOT
  リップル(XRP)の入金再開のお知らせ | deposit-suspended over | XRP
  ポリゴン(MATIC)からPOLへの移行対応について | migration | MATIC POL
  イーサリアム(ETH)の大型アップグレードへの対応方針について | maintenance asset | ETH
  APIキーの再発行に関する重要なお知らせ | api-keys
  アービトラム(ARB)の現物取引を一時停止いたします | halt | ARB
  約定取消しに関するお知らせ | rollback
  夏のキャンペーン開催のお知らせ | other
  利用規約改定のお知らせ | other
  KuCoin Has Resumed the Deposit and Withdrawal Services of Kaspa (KAS) | withdrawal-suspended over | KAS
  Bybit: Suspension of Deposits for TON Network Tokens | deposit-suspended | TON
  Coinbase will suspend trading for Render (RNDR) | halt | RNDR
  Trading on all pairs has resumed | halt over
  Binance Removes All Existing API Keys | api-keys
  Rollback of Irregular Trades on SYS/BTC | rollback | SYS
  Gate.io Will Delist 18 Tokens Including ABT, BLOK and CIRUS | delisting | ABT BLOK CIRUS
  Initial Listing: MEXC Will List Zebec (ZBCN) in the Innovation Zone | listing | ZBCN
  Bitget Has Completed the Redenomination of QUBIC (QUBIC) | migration over | QUBIC
  Important: Users Are Advised to Reset Their API Keys | api-keys
  HTX Temporarily Suspends Withdrawals of LUNC (LUNC) | withdrawal-suspended | LUNC
  Kraken: Degraded Performance on Futures | other derivatives
`)

export const titlesKnown: readonly LabelledTitle[] = [...published, ...remembered]

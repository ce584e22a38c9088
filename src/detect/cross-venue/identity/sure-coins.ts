import { dollars } from '../../settings.ts'

/**
 * About a hundred of the largest coins of 2025 that exchanges trade under one ticker each: ticker, and the name of the
 * coin's page in a public catalogue, `https://www.coingecko.com/en/coins/…`, where each is to be checked. A ticker is
 * no more than a first guess: it counts once the venues' prices agree. Left out: what is pegged or wrapped, and tickers
 * that venues have given to other coins (TON was Tokamak at Upbit, GAS, GMT, HOT, FLUX, M, IP, SKY).
 */
const facts = `
  BTC bitcoin            ETH ethereum            XRP ripple              BNB binancecoin
  SOL solana             DOGE dogecoin           TRX tron                ADA cardano
  LINK chainlink         HYPE hyperliquid        SUI sui                 XLM stellar
  AVAX avalanche-2       BCH bitcoin-cash        HBAR hedera-hashgraph   LTC litecoin
  LEO leo-token          MNT mantle              SHIB shiba-inu          CRO crypto-com-chain
  DOT polkadot           WBT whitebit            XMR monero              WLFI world-liberty-financial
  UNI uniswap            OKB okb                 AAVE aave               PEPE pepe
  ENA ethena             BGB bitget-token        NEAR near               APT aptos
  ASTER aster-2          TAO bittensor           ETC ethereum-classic    ONDO ondo-finance
  ZEC zcash              WLD worldcoin-wld       POL polygon-ecosystem-token
  ICP internet-computer  ARB arbitrum            PUMP pump-fun           PI pi-network
  KCS kucoin-shares      KAS kaspa               GT gatechain-token      VET vechain
  PENGU pudgy-penguins   ALGO algorand           ATOM cosmos             RENDER render-token
  FLR flare-networks     SEI sei-network         FIL filecoin            XPL plasma
  BONK bonk              TRUMP official-trump    SPX spx6900             FET fetch-ai
  JUP jupiter-exchange-solana                    QNT quant-network       INJ injective-protocol
  OP optimism            STX blockstack          TIA celestia            IMX immutable-x
  CRV curve-dao-token    LDO lido-dao            GRT the-graph           NEXO nexo
  DASH dash              XTZ tezos               AERO aerodrome-finance  CAKE pancakeswap-token
  ENS ethereum-name-service                      PYTH pyth-network       FLOKI floki
  WIF dogwifcoin         SAND the-sandbox        THETA theta-token       IOTA iota
  ETHFI ether-fi         PENDLE pendle           MANA decentraland       GALA gala
  JASMY jasmycoin        VIRTUAL virtual-protocol                        RAY raydium
  NEO neo                CFX conflux-token       AXS axie-infinity       ZK zksync
  STRK starknet          HNT helium              EGLD elrond-erd-2       CHZ chiliz
  COMP compound-governance-token                 KAVA kava               DYDX dydx-chain
  MORPHO morpho
`

const sureCoins: ReadonlySet<string> = new Set(
  facts
    .trim()
    .split(/\s+/)
    .filter((_, i) => i % 2 === 0),
)

/** Whether a ticker is the same coin at every venue: one of the largest, or a dollar. */
export function isSureCoin(base: string): boolean {
  return sureCoins.has(base) || dollars.has(base)
}

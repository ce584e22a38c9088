// What CoinGecko and CoinMarketCap call coins in their addresses. Tickers are no names: many coins share one, and a
// page of a coin says nothing else. So the largest coins alone are known, whose page nobody could take for another's.

/** `ticker name`, and CoinMarketCap's name where it is another. */
const list = `
BTC bitcoin
ETH ethereum
XRP ripple xrp
BNB binancecoin bnb
SOL solana
DOGE dogecoin
ADA cardano
TRX tron
AVAX avalanche-2 avalanche
LINK chainlink
SUI sui
XLM stellar
SHIB shiba-inu
TON the-open-network toncoin
HBAR hedera-hashgraph hedera
BCH bitcoin-cash
DOT polkadot polkadot-new
LTC litecoin
XMR monero
PEPE pepe
UNI uniswap
APT aptos
NEAR near near-protocol
ICP internet-computer
ETC ethereum-classic
AAVE aave
HYPE hyperliquid
ENA ethena
ONDO ondo-finance
TAO bittensor
ARB arbitrum
VET vechain
FIL filecoin
ATOM cosmos
ALGO algorand
OP optimism optimism-ethereum
STX blockstack stacks
INJ injective-protocol injective
IMX immutable-x
SEI sei-network sei
TIA celestia
BONK bonk bonk1
WIF dogwifcoin dogwifhat
FLOKI floki floki-inu
JUP jupiter-exchange-solana jupiter-ag
GRT the-graph
LDO lido-dao
XTZ tezos
THETA theta-token theta-network
SAND the-sandbox
MANA decentraland
AXS axie-infinity
GALA gala
FLOW flow
EOS eos
NEO neo
DASH dash
ZEC zcash
IOTA iota
KAS kaspa
QNT quant-network quant
CRV curve-dao-token
MKR maker
SNX havven synthetix-network-token
COMP compound-governance-token compound
SUSHI sushi sushiswap
CAKE pancakeswap-token pancakeswap
1INCH 1inch
ENS ethereum-name-service
APE apecoin
CHZ chiliz
XEC ecash
RUNE thorchain
PYTH pyth-network
JASMY jasmycoin jasmy
WLD worldcoin-wld worldcoin-org
STRK starknet starknet-token
ZRO layerzero
ZK zksync
EIGEN eigenlayer
PENDLE pendle
RAY raydium
ORDI ordinals ordi
CFX conflux-token conflux-network
MINA mina-protocol mina
EGLD elrond-erd-2 multiversx-egld
KSM kusama
WAVES waves
ZIL zilliqa
QTUM qtum
ICX icon
ONT ontology
BAT basic-attention-token
ZRX 0x
ENJ enjincoin enjin-coin
LRC loopring
HOT holotoken holo
ANKR ankr ankr-network
RVN ravencoin
DGB digibyte
SC siacoin
XEM nem
LSK lisk
SYS syscoin
VIA viacoin
MONA monacoin
ASTR astar
OAS oasys
USDT tether
USDC usd-coin
DAI dai multi-collateral-dai
`

const rows = list
  .trim()
  .split('\n')
  .map((row) => row.split(' '))

/** Ticker by CoinGecko's name of a coin. */
export const coinGeckoNames: ReadonlyMap<string, string> = new Map(
  rows.map(([ticker = '', name = '']) => [name, ticker]),
)

/** Ticker by CoinMarketCap's name of a coin. */
export const coinMarketCapNames: ReadonlyMap<string, string> = new Map(
  rows.map(([ticker = '', name = '', other = name]) => [other, ticker]),
)

/** Tickers of the coins that are known. */
export const knownTickers: ReadonlySet<string> = new Set(coinGeckoNames.values())

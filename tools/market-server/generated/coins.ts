/** Trading activity of a coin: A (BTC, ETH) to E (a trade every several minutes); X is dead. */
export type Liquidity = 'A' | 'B' | 'C' | 'D' | 'E' | 'X'

/** One coin of the simulated universe. */
export interface Coin {
  readonly name: string
  /** BTC per coin at the start. */
  readonly price: number
  readonly liquidity: Liquidity
  /** Quotes it trades against. */
  readonly quotes: readonly string[]
  /** Market time (ms UTC) of its listing; 0 for long before. */
  readonly listedAt: number
}

// Prices of mid-2018 in satoshi, rounded: close enough for realistic price grids.
const table = `
ETH A 7170000 BTC USDT | BNB B 214000 BTC USDT ETH | XRP B 7400 BTC USDT ETH BNB | BCC B 11700000 BTC USDT ETH
EOS B 134000 BTC USDT ETH BNB | LTC B 1290000 BTC USDT ETH BNB | ADA B 2240 BTC USDT ETH BNB | TRX B 575 BTC USDT ETH BNB
XLM B 3150 BTC USDT ETH BNB | IOTA C 17400 BTC USDT ETH BNB | NEO B 560000 BTC USDT ETH BNB | ETC C 263000 BTC USDT ETH BNB
QTUM C 136000 BTC USDT ETH BNB | ONT C 67000 BTC USDT ETH BNB | ICX C 25800 BTC USDT ETH BNB | VEN C 35500 BTC USDT ETH BNB
NULS C 31000 BTC USDT ETH BNB | TUSD D 15300 BTC USDT ETH BNB | DASH C 3660000 BTC ETH | XMR C 2060000 BTC ETH | ZEC C 2660000 BTC ETH
ZIL C 1150 BTC ETH BNB | XVG C 372 BTC ETH | OMG C 122000 BTC ETH | ZRX C 12300 BTC ETH | LSK C 86000 BTC ETH BNB
STRAT C 37000 BTC ETH | BAT C 3900 BTC ETH BNB | BTS D 2300 BTC ETH BNB | STEEM D 23300 BTC ETH BNB | WAVES D 45800 BTC ETH BNB
NPXS C 57 BTC ETH | DENT C 52 BTC ETH | HOT C 96 BTC ETH | SC D 182 BTC ETH BNB | KEY D 128 BTC ETH | STORM D 215 BTC ETH BNB
POE D 206 BTC ETH | FUN D 450 BTC ETH | DNT D 780 BTC ETH | MFT C 96 BTC ETH BNB | TNB D 310 BTC ETH | IOST C 515 BTC ETH
AION D 20900 BTC ETH BNB | ADX D 5950 BTC ETH BNB | AST D 2460 BTC ETH | BLZ D 3730 BTC ETH BNB | BNT D 40500 BTC ETH
BRD D 6350 BTC ETH BNB | CDT D 430 BTC ETH | CVC D 2850 BTC ETH BNB | DATA D 870 BTC ETH | ELF D 9200 BTC ETH | ENJ D 810 BTC ETH
EVX E 11700 BTC ETH | GNT D 4330 BTC ETH BNB | GRS D 10300 BTC ETH | GTO D 2240 BTC ETH BNB | GVT D 25700 BTC ETH | KMD D 22900 BTC ETH
KNC D 9650 BTC ETH | LINK D 3160 BTC ETH | LOOM C 2520 BTC ETH BNB | LRC D 4900 BTC ETH | LUN E 110000 BTC ETH | MANA D 1470 BTC ETH
MCO D 103000 BTC ETH BNB | MDA E 11500 BTC ETH | MTL D 28700 BTC ETH | NANO C 40800 BTC ETH BNB | NAS D 74000 BTC ETH BNB
NAV E 8100 BTC ETH BNB | NEBL D 61800 BTC ETH BNB | NXS E 22300 BTC ETH BNB | OAX E 4100 BTC ETH | OST D 1560 BTC ETH BNB
POA D 2950 BTC ETH BNB | POLY D 5700 BTC BNB | POWR D 4000 BTC ETH BNB | PPT D 138000 BTC ETH | QKC C 930 BTC ETH | QSP D 1130 BTC ETH BNB
RCN D 830 BTC ETH BNB | RDN D 10700 BTC ETH BNB | REP D 478000 BTC ETH BNB | REQ D 1120 BTC ETH | RLC D 9100 BTC ETH BNB
SALT D 10900 BTC ETH | SNM E 1480 BTC ETH | SNT D 1010 BTC ETH | SUB D 3600 BTC ETH | SYS C 3335 BTC | THETA D 1870 BTC ETH BNB
TNT E 830 BTC ETH | TRIG E 3400 BTC ETH BNB | VIA E 15900 BTC ETH BNB | VIB E 1190 BTC ETH | VIBE E 1340 BTC ETH | WABI D 5200 BTC ETH BNB
WAN D 42700 BTC ETH BNB | WTC C 99000 BTC ETH BNB | XEM D 2610 BTC ETH BNB | XZC D 310000 BTC ETH BNB | YOYO E 870 BTC ETH BNB | ZEN D 335000 BTC ETH BNB
JUP E 92 BTC ETH | BTCUP D 240000 USDT | BTCDOWN D 180000 USDT | ETHUP E 190000 USDT | ETHDOWN E 150000 USDT
BCN X 35 BTC ETH | CHAT X 620 BTC ETH | HSR X 83000 BTC ETH | ICN X 7800 BTC ETH | RPX X 740 BTC ETH BNB
`

const coinsIn = (rows: string): readonly Coin[] =>
  rows
    .split(/[|\n]/)
    .map((row) => row.trim().split(' '))
    .filter((words) => words.length > 3)
    .map(([name = '', liquidity, satoshi, ...quotes]) => ({
      name,
      price: Number(satoshi) / 1e8,
      liquidity: liquidity as Liquidity,
      quotes,
      listedAt: 0,
    }))

/** Coins that exist on the real venue, without BTC and USDT. */
export const realCoins: readonly Coin[] = coinsIn(table)

/** Further dollar coins, listed on the real venue by the end of 2018: with them one can tell which of them is off. */
export const furtherDollars: readonly Coin[] = coinsIn('USDC C 15380 BTC USDT BNB | PAX D 15380 BTC USDT BNB')

// Hosts on which each venue publishes what it says: its site, its status page, its announcements. Links go nowhere
// else, so that a forged address in a reply leads nobody away. Whole names: a subdomain is listed or is not ours.

/** Host names, lower case, by exchange. */
export const officialHosts: Readonly<Record<string, readonly string[]>> = {
  binance: ['www.binance.com'],
  bybit: ['www.bybit.com', 'announcements.bybit.com'],
  okx: ['www.okx.com'],
  kucoin: ['www.kucoin.com'],
  gate: ['www.gate.com', 'www.gate.io'],
  mexc: ['www.mexc.com'],
  bitget: ['www.bitget.com'],
  htx: ['www.htx.com', 'status.huobigroup.com'],
  cryptocom: ['crypto.com'],
  coinbase: ['www.coinbase.com', 'status.coinbase.com', 'status.exchange.coinbase.com'],
  kraken: ['www.kraken.com', 'pro.kraken.com', 'status.kraken.com', 'blog.kraken.com', 'support.kraken.com'],
  upbit: ['upbit.com'],
  bithumb: ['www.bithumb.com', 'feed.bithumb.com'],
  bitbank: ['bitbank.cc', 'app.bitbank.cc'],
  gmocoin: ['coin.z.com'],
  bitflyer: ['bitflyer.com', 'lightning.bitflyer.com', 'blog.bitflyer.com'],
  coincheck: ['coincheck.com'],
}

/** Fields that we and a peer read differently for a reason. */
export interface Exception {
  /** Case id. */
  readonly recorded: string
  /** The field that differs; `row` where only one side reads a row. */
  readonly field: string
  readonly reason: string
  /**
   * Another source that agrees with us: the peer is the exception, and the field does not count as a difference.
   */
  readonly source?: string
}

export const exceptions: readonly Exception[] = [
  {
    recorded: 'binance/ws-ticker-gct-01',
    field: 'at',
    reason: 'the peer takes the closing time of the statistics, we the time of the event 21 ms later',
  },
  {
    recorded: 'kucoin/rest-tickers-jk-03',
    field: 'row',
    reason: 'the peer was given a row of all tickers as one of a single pair, and found no price in it',
  },
  {
    recorded: 'htx/rest-symbols-cf-01',
    field: 'base',
    reason: 'the peer writes HITCHAIN for the coin that the venue calls HIT, as several coins do',
  },
  {
    recorded: 'coinbase-advanced/rest-trades-jk-01',
    field: 'side',
    reason: 'the venue names the maker, which the peer passes on as the taker',
    source: 'nautilus_coinbase, coinbase_side_to_aggressor; Tucsky/aggr, coinbase.ts',
  },
  {
    recorded: 'coinbase-advanced/ws-trades-nt-01',
    field: 'side',
    reason: 'the venue names the maker, which the peer passes on as the taker',
    source: 'nautilus_coinbase, coinbase_side_to_aggressor; Tucsky/aggr, coinbase.ts',
  },
  {
    recorded: 'upbit/ws-trades-jk-01',
    field: 'at',
    reason: 'the peer takes the time the message was written, we that of the trade',
    source: 'tardis-dev, in the case below',
  },
  {
    recorded: 'upbit/ws-trades-tardis-01',
    field: 'at',
    reason: 'one peer takes the time the message was written, the other and we that of the trade',
    source: 'tardis-dev',
  },
]

/** Where our reading and a peer's differ for a reason. */
export interface Exception {
  /** Case id. */
  readonly recorded: string
  /** The field that differs; `row` where only one of us reads a row. */
  readonly field: string
  readonly reason: string
}

export const exceptions: readonly Exception[] = [
  {
    recorded: 'binance/ws-ticker-gct-01',
    field: 'at',
    reason: 'the peer takes the closing time of the statistics, we the time of the event 21 ms later',
  },
]

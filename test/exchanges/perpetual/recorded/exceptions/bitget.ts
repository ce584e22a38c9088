import { dated, type Exception } from './exception.ts'

export const bitget: readonly Exception[] = [
  {
    recorded: 'bitget/perp-rest-tickers-jk-01',
    field: 'row',
    reason: dated,
    source: 'the symbols end with a date',
  },
  {
    recorded: 'bitget/perp-ws-liquidations-tardis-01',
    peer: 'tardis-dev',
    field: 'amount',
    reason: 'the amount is in the quote, which the peer takes for the base',
    source: 'divided by the price it gives whole lots',
  },
]

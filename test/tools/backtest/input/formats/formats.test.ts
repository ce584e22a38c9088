import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { UsageError } from '../../../../../tools/command-line.ts'
import { written } from '../../written.ts'
import { readerOf } from '../../../../../tools/backtest/input/reader-of.ts'
import { recognise } from '../../../../../tools/backtest/input/formats/recognise.ts'
import { createReading, rowsOf } from '../../../../../tools/backtest/input/rows-of.ts'
import { zipped } from '../zipped.ts'

async function tradesIn(file: string) {
  const { headed, reader } = await readerOf(file, 'trades')
  const rows = []
  for await (const batch of rowsOf(file, headed, reader('SYSBTC'), createReading())) rows.push(...batch)
  return rows
}

async function barsIn(file: string) {
  const { headed, reader } = await readerOf(file, 'bars')
  const rows = []
  for await (const batch of rowsOf(file, headed, reader('SYS/BTC'), createReading())) rows.push(...batch)
  return rows
}

const buy = { type: 'trade', symbol: 'SYSBTC', price: 0.00005, amount: 12, side: 'buy', at: 1530668400123 }

const ours = 'time_ms,side,price,amount\n1530668400123,B,0.00005,12\n'

test.each([
  ['plain', 'a.csv', ours],
  ['gzip', 'a.csv.gz', gzipSync(ours)],
  ['zip', 'a.zip', zipped({ 'a.csv': ours, 'a.CHECKSUM': 'x' })],
  ['other columns and their order', 'a.csv', 'price,x,amount,time_ms,side\n5e-5,,12,1530668400123,B\n'],
])('trades: %s', async (_, name, content) => {
  expect(await tradesIn(await written(name, content))).toEqual([buy])
})

test.each([
  ['trades', '7,0.00005,12,0.0006,1530668400123,False,True\n', 1],
  ['trades in microseconds', '7,0.00005,12,0.0006,1530668400123456,False,True\n', 1],
  [
    'trades of futures',
    'id,price,qty,quote_qty,time,is_buyer_maker\n7,0.00005,12,0.0006,1530668400123,false\n',
    1,
  ],
  ['aggTrades', '7,0.00005,12,70,72,1530668400123,False,True\n', 3],
  [
    'aggTrades of futures',
    'agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker\n' +
      '7,0.00005,12,70,72,1530668400123,false\n',
    3,
  ],
])('Binance public data: %s', async (_, content, fills) => {
  expect(await tradesIn(await written('a.csv', content))).toEqual([{ ...buy, fills }])
})

test('a buyer who was the maker means that the taker sold', async () => {
  const [trade] = await tradesIn(await written('a.csv', '7,0.00005,12,0.0006,1530668400123,True,True\n'))
  expect(trade?.side).toBe('sell')
})

const bar = { pair: 'SYS/BTC', at: 1530668400000, open: 2, high: 4, low: 1, close: 3, baseVolume: 10 }
const kline = '1530668400000,2,4,1,3,10,1530668459999,25,7,4,10,0\n'

test.each([
  ['klines', kline, { ...bar, quoteVolume: 25, count: 7 }],
  [
    'klines with header',
    `open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore\n${kline}`,
    { ...bar, quoteVolume: 25, count: 7 },
  ],
  [
    'candles',
    'pair,time_s,open,high,low,close,volume\nSYS_BTC,1530668400,2,4,1,3,10\n',
    { ...bar, quoteVolume: NaN, count: NaN },
  ],
])('bars: %s', async (_, content, expected) => {
  expect(await barsIn(await written('a.csv', content))).toEqual([expected])
})

test('polls', async () => {
  const file = await written(
    'a.csv',
    'poll,coin,exchange_time,last,bid,ask,volume24h_btc\n3,sys,2018-07-04 01:40:00,0.5,,0.6,12\n',
  )
  const { headed, reader } = await readerOf(file, 'polls')
  for await (const batch of rowsOf(file, headed, reader(), createReading())) {
    const poll = {
      poll: 3,
      coin: 'SYS',
      exchangeTime: 1530668400000,
      last: 0.5,
      bid: NaN,
      ask: 0.6,
      volume24h: 12,
    }
    expect(batch).toEqual([poll])
  }
  expect.assertions(1)
})

test.each([
  ['an unknown header', 'a.csv', 'when,what\n1,2\n', /a\.csv line 1: no format/],
  ['nothing', 'a.csv', '', /a\.csv: is empty/],
  ['a gzip cut short', 'a.csv.gz', gzipSync(ours).subarray(0, 30), /a\.csv\.gz: cannot be read/],
  ['no gzip', 'a.csv.gz', ours, /a\.csv\.gz: cannot be read/],
  ['no zip', 'a.zip', ours, /a\.zip: cannot be read/],
  ['two files in a zip', 'a.zip', zipped({ 'a.csv': ours, 'b.csv': ours }), /holds 2 CSV files/],
])('%s is refused in one line', async (_, name, content, message) => {
  const refusal = recognise(await written(name, content))
  await expect(refusal).rejects.toThrow(UsageError)
  await expect(refusal).rejects.toThrow(message)
})

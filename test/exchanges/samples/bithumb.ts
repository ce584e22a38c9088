import type { Samples } from './sample.ts'
import { upbitWire, wonTicks } from './upbit-wire.ts'

// Shapes of https://apidocs.bithumb.com/; the figures are made up.

export const bithumbSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: [
        {
          market: 'BTC-SYS',
          candle_date_time_utc: '2023-11-14T22:14:00',
          candle_date_time_kst: '2023-11-15T07:14:00',
          opening_price: 0.04,
          high_price: 0.06,
          low_price: 0.03,
          trade_price: 0.05,
          timestamp: 1700032499000,
          candle_acc_trade_price: 45,
          candle_acc_trade_volume: 1000,
          unit: 1,
        },
      ],
      rows: [
        {
          type: 'candle',
          at: 1700000040000,
          open: 0.04,
          high: 0.06,
          low: 0.03,
          close: 0.05,
          baseVolume: 1000,
          quoteVolume: 45,
        },
      ],
    },
    ...upbitWire,
    {
      kind: 'rest.tickers',
      requested: 'ALL_KRW',
      payload: {
        status: '0000',
        data: {
          SYS: {
            opening_price: '49',
            closing_price: '50',
            min_price: '48',
            max_price: '52',
            units_traded: '900',
            acc_trade_value: '45000',
            prev_closing_price: '49.5',
            units_traded_24H: '1000.25',
            acc_trade_value_24H: '49500.5',
            fluctate_24H: '1',
            fluctate_rate_24H: '2.04',
          },
          date: '1700000000123',
        },
      },
      rows: wonTicks,
    },
    {
      kind: 'rest.tickers',
      payload: [
        {
          market: 'KRW-SYS',
          trade_timestamp: 1700032400123,
          opening_price: 49,
          high_price: 52,
          low_price: 48,
          trade_price: 50,
          prev_closing_price: 49.5,
          signed_change_rate: 0.0101,
          acc_trade_price_24h: 49500.5,
          acc_trade_volume_24h: 1000.25,
          timestamp: 1700032401023,
        },
      ],
      rows: wonTicks,
    },
    {
      kind: 'rest.ticker',
      requested: 'KRW-SYS',
      payload: {
        status: '0000',
        data: {
          opening_price: '49',
          closing_price: '50',
          min_price: '48',
          max_price: '52',
          units_traded_24H: '1000.25',
          acc_trade_value_24H: '49500.5',
          date: '1700000000123',
        },
      },
      rows: wonTicks,
    },
    {
      kind: 'rest.trades',
      payload: {
        status: '0000',
        data: [
          {
            transaction_date: '2023-11-15 07:13:20',
            type: 'bid',
            units_traded: '12.5',
            price: '50',
            total: '625',
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: null,
          price: 50,
          amount: 12.5,
          side: 'buy',
          at: 1700000000000,
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: [
        {
          market: 'KRW-SYS',
          korean_name: '시스코인',
          english_name: 'Syscoin',
          market_warning: 'CAUTION',
        },
      ],
      rows: [
        {
          type: 'symbol',
          symbol: 'KRW-SYS',
          base: 'SYS',
          quote: 'KRW',
          state: 'trading',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: [
        {
          market: 'KRW-SYS',
          warning_type: 'PRICE_DIFFERENCE_HIGH',
          warning_step: 'CAUTION',
          end_date: '2023-11-16 06:59:59',
        },
      ],
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'caution',
          state: 'active',
          title: 'KRW-SYS: PRICE_DIFFERENCE_HIGH CAUTION',
          symbol: 'KRW-SYS',
          end: 1700085599000,
        },
      ],
    },
    {
      kind: 'rest.announcements',
      payload: [
        {
          categories: ['입출금'],
          title: 'SYS 입금 일시 중단 안내',
          pc_url: 'https://feed.bithumb.com/notice/1',
          published_at: '2023-11-15 07:00:00',
          modified_at: '2023-11-15 07:00:00',
        },
      ],
      rows: [
        {
          type: 'notice',
          scope: 'asset',
          what: 'deposit-suspended',
          state: 'active',
          title: 'SYS 입금 일시 중단 안내',
          assets: ['SYS'],
          url: 'https://feed.bithumb.com/notice/1',
          begin: 1699999200000,
        },
      ],
    },
    {
      kind: 'rest.currencies',
      payload: {
        status: '0000',
        data: [
          {
            currency: 'SYS',
            net_type: 'SYS',
            deposit_status: 0,
            withdrawal_status: 0,
          },
          {
            currency: 'SYS',
            net_type: 'NEVM',
            deposit_status: 0,
            withdrawal_status: 1,
          },
        ],
      },
      rows: [
        {
          type: 'asset',
          asset: 'SYS',
          deposit: false,
          withdrawal: true,
        },
      ],
    },
  ],
  noData: [
    {
      status: '0000',
      resmsg: 'Connected Successfully',
    },
    {
      status: 'UP',
    },
    {
      type: 'transaction',
      content: {
        list: [],
      },
    },
  ],
  refusal: {
    status: '5500',
    message: 'Invalid Parameter',
  },
  pages: [
    {
      href: 'https://www.bithumb.com/react/trade/order/SYS-KRW',
      base: 'SYS',
      quote: 'KRW',
    },
    {
      href: 'https://www.bithumb.com/react/trade/order/SYS_BTC?x=1',
      base: 'SYS',
      quote: 'BTC',
    },
  ],
  otherPages: [
    'https://www.bithumb.com/react/trade/order/SYS',
    'https://www.bithumb.com/react/info',
    'https://www.bithumb.com/',
  ],
}

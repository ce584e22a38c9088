import { kindOfFrame } from '../network/frame-json.ts'
import { asksForTickers } from './calls.ts'
import { type Fault, firstWay } from './fault.ts'

/** The connection looks healthy, pings and answers to requests included. */
export const deafTicker: Fault = {
  name: 'deaf-ticker',
  about: 'tickers cease on their usual way (stream, else requests unanswered); all else goes on',
  cuts: (exchange) => [firstWay(exchange)],
  open: ({ exchange }) => ({
    line: {
      answer: (call, venue) =>
        !exchange.stream && asksForTickers(exchange, call) ? null : venue.answer(call),
      toClient(frame, _, send) {
        if (kindOfFrame(exchange, frame) !== 'ws.ticker') send(frame)
      },
    },
  }),
}

export const deafTrades: Fault = {
  name: 'deaf-trades',
  about: 'the stream of trades stays open and sends no trade; all else goes on',
  cuts: () => ['trades'],
  open: ({ exchange }) => ({
    line: {
      toClient(frame, _, send) {
        if (kindOfFrame(exchange, frame) !== 'ws.trades') send(frame)
      },
    },
  }),
}

/** The venue answers as it does to a pair that it does not list: with an error, or not at all. */
export const refusedSubscription: Fault = {
  name: 'refused-subscription',
  about: 'the venue knows no pair of the rising coin when it is subscribed to',
  cuts: () => ['trades'],
  open: ({ exchange, coin, network }) => ({
    line: {
      toVenue: (text, send) =>
        send(text.replace(new RegExp(`(?<![a-z])${coin}(?=[^a-z]|usd|btc|eth|jpy|krw)`, 'gi'), '$&QQ')),
    },
    // Pairs that are already subscribed to must be subscribed to again.
    begin: () => network.dropSockets(exchange.id),
  }),
}

/** As after a router lost its table: no end of the connection is ever seen. */
export const halfOpen: Fault = {
  name: 'half-open',
  about: 'sockets stay open and carry nothing, either way; requests are answered',
  cuts: ({ stream }) => (stream ? ['stream', 'trades'] : ['trades']),
  open: () => ({ line: { toClient: () => undefined, toVenue: () => undefined } }),
}

import { editFrame, kindOfFrame } from '../network/frame-json.ts'
import { asksForPairs, asksForTickers, editReply } from './calls.ts'
import { emptied, renamed } from './edit-json.ts'
import { type Fault, firstWay, waysOf } from './fault.ts'

const challengePage = '<!doctype html><title>Just a moment</title><p>Checking your browser'

export const truncatedFrame: Fault = {
  name: 'truncated-frame',
  isUnreadable: true,
  about: 'every frame of a socket ends in its middle; requests are answered',
  cuts: ({ stream }) => (stream ? ['stream', 'trades'] : ['trades']),
  open: () => ({ line: { toClient: (frame, _, send) => send(frame.slice(0, frame.length / 2)) } }),
}

export const html200: Fault = {
  name: 'html-200',
  isUnreadable: true,
  about: 'a challenge page with status 200 answers every request and is every frame',
  cuts: waysOf,
  open: () => ({
    line: {
      answer: () => ({
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: challengePage,
        weight: 0,
      }),
      toClient: (_, __, send) => send(challengePage),
    },
  }),
}

export const emptyList: Fault = {
  name: 'empty-list',
  about: 'lists of pairs and of tickers are well-formed and empty',
  // A message of one pair has no list.
  cuts: ({ stream, tickers }) => [
    ...(stream && !stream.tickerFrame ? (['stream'] as const) : []),
    ...(tickers.forPair ? [] : (['poll'] as const)),
  ],
  open: ({ exchange }) => ({
    line: {
      answer(call, venue) {
        const reply = venue.answer(call)
        const isList = asksForTickers(exchange, call) || asksForPairs(exchange, call)
        return isList ? editReply(reply, emptied) : reply
      },
      toClient: (frame, _, send) =>
        send(kindOfFrame(exchange, frame) === 'ws.ticker' ? editFrame(frame, emptied) : frame),
    },
  }),
}

/** As after a new version of the venue's interface: the messages come, and none of their rows can be read. */
export const renamedField: Fault = {
  name: 'renamed-field',
  isUnreadable: true,
  about: 'the fields of tickers have other names, on their usual way',
  cuts: (exchange) => [firstWay(exchange)],
  open: ({ exchange }) => ({
    line: {
      answer(call, venue) {
        const reply = venue.answer(call)
        return !exchange.stream && asksForTickers(exchange, call) ? editReply(reply, renamed) : reply
      },
      toClient: (frame, _, send) =>
        send(kindOfFrame(exchange, frame) === 'ws.ticker' ? editFrame(frame, renamed) : frame),
    },
  }),
}

import { type Fault, waysOf } from './fault.ts'

const resetEveryMs = 20_000
const firstByteMs = 1000

export const reset: Fault = {
  name: 'reset',
  about: 'every connection breaks every 20 s, and requests made in that moment fail',
  cuts: () => [],
  open({ exchange, network }) {
    let broken = 0
    return {
      line: { answer: (call, venue) => (broken > 0 ? 'reset' : venue.answer(call)) },
      begin: () => network.dropSockets(exchange.id),
      step(passedMs) {
        broken = passedMs % resetEveryMs < firstByteMs ? 1 : 0
        if (passedMs % resetEveryMs === 0) network.dropSockets(exchange.id)
      },
    }
  },
}

export const slowDrip: Fault = {
  name: 'slow-drip',
  about: 'answers to requests come byte by byte and never to an end; open sockets go on',
  cuts: () => ['poll'],
  open: () => ({ line: { answer: () => null } }),
}

export const venueRestart: Fault = {
  name: 'venue-restart',
  about: 'the venue closes its sockets as it does on purpose, then refuses everything with 503',
  cuts: waysOf,
  open: ({ exchange, network }) => ({
    line: {
      answer: (_, venue) => ({ ...venue.refusal(503, 0), body: '' }),
      accepts: () => false,
    },
    begin() {
      network.venueServer(exchange.id).shutdown()
      network.dropSockets(exchange.id)
    },
  }),
}

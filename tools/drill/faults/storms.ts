import { type Fault, waysOf } from './fault.ts'

/** Every request and every new socket is refused; open sockets are dropped. */
const storm = (status: number, retryAfter: number, about: string): Fault => ({
  name: `storm-${status}`,
  about,
  cuts: waysOf,
  open: ({ exchange, network }) => ({
    line: { answer: (_, venue) => venue.refusal(status, retryAfter), accepts: () => false },
    begin: () => network.dropSockets(exchange.id),
  }),
})

export const storms: readonly Fault[] = [
  storm(429, 20, 'too many requests: everything is refused, to be tried again after 20 s'),
  storm(418, 0, 'banned: everything is refused with 418'),
  storm(403, 0, 'a firewall refuses everything with 403'),
  storm(451, 0, 'the country is refused with 451'),
  storm(500, 0, 'everything fails with 500'),
]

import { forex } from '../../src/exchanges/forex.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import { venues } from '../../src/exchanges/registry.ts'
import { venueName } from '../../src/shared/venue-name.ts'

/** Hosts of a venue's streams, also of those that a ticket may name. */
function streamHosts({ stream, trades }: Exchange): string[] {
  const streams = [stream, trades.stream, trades.withoutTicket?.stream].filter(
    (each) => each !== null && each !== undefined,
  )
  return streams.flatMap(({ url, handshake }) => [new URL(url).host, ...(handshake?.ticket?.hosts ?? [])])
}

const hostOf = (pattern: string) => new URL(pattern.replace('*', '')).host

/** Every host that anything is requested of: a line of markdown a market, from the registry itself. */
export function hostsList(): string {
  const lines = venues.map((exchange) => {
    const hosts = [...new Set([...exchange.hosts.map(hostOf), ...streamHosts(exchange)])]
    return `- ${venueName(exchange.id, 'en')}: ${hosts.join(', ')}`
  })
  return [...lines, `- ${forex.name}: ${forex.hosts.map(hostOf).join(', ')}`].join('\n')
}

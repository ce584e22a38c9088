import { forex } from '../../src/exchanges/forex.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import { exchanges } from '../../src/exchanges/registry.ts'

/** Hosts of a venue's streams, also of those that a ticket may name. */
function streamHosts({ stream, trades }: Exchange): string[] {
  const streams = [stream, trades.stream, trades.withoutTicket?.stream].filter(
    (each) => each !== null && each !== undefined,
  )
  return streams.flatMap(({ url, handshake }) => [new URL(url).host, ...(handshake?.ticket?.hosts ?? [])])
}

const hostOf = (pattern: string) => new URL(pattern.replace('*', '')).host

/** Every host that anything is requested of: a line of markdown a venue, from the registry itself. */
export function hostsList(): string {
  const lines = exchanges.map((exchange) => {
    const hosts = [...new Set([...exchange.hosts.map(hostOf), ...streamHosts(exchange)])]
    return `- ${exchange.name}: ${hosts.join(', ')}`
  })
  return [...lines, `- ${forex.name}: ${forex.hosts.map(hostOf).join(', ')}`].join('\n')
}

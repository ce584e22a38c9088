import { forex } from '../../src/exchanges/forex.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import { exchangeOf, sites } from '../../src/exchanges/registry.ts'

/** Hosts of a venue's streams, also of those that a ticket may name. */
function streamHosts({ stream, trades, perpetual }: Exchange): string[] {
  const streams = [stream, trades.stream, trades.withoutTicket?.stream, ...(perpetual?.streams ?? [])].filter(
    (each) => each !== null && each !== undefined,
  )
  return streams.flatMap(({ url, handshake }) => [new URL(url).host, ...(handshake?.ticket?.hosts ?? [])])
}

const hostOf = (pattern: string) => new URL(pattern.replace('*', '')).host

/** Every host that anything is requested of: a line of markdown an exchange, from the registry itself. */
export function hostsList(): string {
  const lines = sites.map(({ id, name, perpetual }) => {
    const markets = [id, perpetual?.id ?? ''].flatMap((venue) => exchangeOf(venue) ?? [])
    const hosts = markets.flatMap((venue) => [...venue.hosts.map(hostOf), ...streamHosts(venue)])
    return `- ${name}: ${[...new Set(hosts)].join(', ')}`
  })
  return [...lines, `- ${forex.name}: ${forex.hosts.map(hostOf).join(', ')}`].join('\n')
}

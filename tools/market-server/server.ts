import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { certificateFor } from './certificate.ts'
import type { Clock } from './clock.ts'
import type { Faults, ActiveFaults } from './faults.ts'
import { faultOf, openFaults } from './faults.ts'
import type { Market } from './market/market.ts'
import type { VenueMarket } from './market/venue-market.ts'
import { faultyReply, send } from './reply.ts'
import type { Scenario } from './scenario.ts'
import type { SimulatedHost } from './sockets.ts'
import { openSockets } from './sockets.ts'
import { venues as allVenues } from './venues/all.ts'
import type { Call, SimulatedVenue } from './venues/simulated-venue.ts'
import { notFound } from './venues/simulated-venue.ts'

/** One request the server got, for assertions. */
export interface LoggedRequest {
  readonly host: string
  /** Path with query. */
  readonly path: string
  readonly kind: 'http' | 'socket'
  readonly status: number
  /** Cost in the venue's own currency; 0 for sockets, pages and refusals. */
  readonly weight: number
  readonly wallAt: number
  readonly marketAt: number
}

/** A running market server. */
export interface MarketServer {
  readonly port: number
  readonly market: Market
  readonly clock: Clock
  readonly faults: Faults
  readonly requests: readonly LoggedRequest[]
  /** What each venue lists, by its id. */
  readonly venueMarkets: ReadonlyMap<string, VenueMarket>
  /** Resolves when market time passes the scenario's end. The server goes on until closed. */
  readonly done: Promise<void>
  close(): Promise<void>
}

export interface MarketServerOptions {
  readonly scenario: Scenario
  /** 0, the default, takes a free one. */
  readonly port?: number
  readonly host?: string
  readonly venues?: readonly SimulatedVenue[]
  /** Wall clock (ms) of budgets, pings and the request list. */
  readonly wall?: () => number
}

// At most twenty frames a second: at 150 times the speed each carries 7.5 market seconds.
const stepIntervalMs = 50

/**
 * Plays exchanges on their real host names: one HTTPS and WebSocket port that answers by the Host
 * header. Browsers reach it through `--host-resolver-rules=MAP * 127.0.0.1:PORT`; hosts nobody
 * plays get an empty 404.
 */
export async function startMarketServer(options: MarketServerOptions): Promise<MarketServer> {
  const { scenario, port = 0, host = '127.0.0.1', venues = allVenues, wall = Date.now } = options
  const { market, clock } = scenario
  const opened = venues.map((venue) => ({
    venue: venue.id,
    hosts: venue.hosts,
    venueServer: venue.open(market, wall),
  }))
  const hosts = new Map<string, SimulatedHost>(
    opened.flatMap(({ venue, venueServer, hosts }) =>
      hosts.map((name) => [name, { venue, venueServer }] as const),
    ),
  )
  const requests: LoggedRequest[] = []
  const active: ActiveFaults = { refusing: false, silent: false, rest: new Map(), venues: new Map() }
  const note = (
    host: string,
    path: string,
    kind: LoggedRequest['kind'],
    status: number,
    weight: number,
  ): void => {
    requests.push({ host, path, kind, status, weight, wallAt: wall(), marketAt: market.now })
  }
  let end = (): void => undefined
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  const beat = (): void => {
    const prints = market.advance(clock.now())
    for (const { venueServer } of opened) venueServer.step(prints)
    if (market.now >= scenario.ends) end()
  }
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const name = hostOf(request)
    const played = hosts.get(name)
    const url = new URL(request.url ?? '/', 'https://host')
    if (!played) return send(response, notFound)
    beat()
    const call: Call = {
      method: request.method ?? 'GET',
      host: name,
      path: url.pathname,
      query: url.searchParams,
    }
    const { venue, venueServer } = played
    const page = venueServer.page(call)
    const fault = page ? null : faultOf(active, name, venue)
    const reply = page ?? (fault ? faultyReply(fault, venueServer) : venueServer.answer(call))
    note(name, url.pathname + url.search, 'http', reply?.status ?? 0, fault ? 0 : (reply?.weight ?? 0))
    if (reply) send(response, reply, market.now)
  }
  const server = createServer(await certificateFor([...hosts.keys()]), answer)
  const sockets = openSockets(active, hosts, note)
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head))
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, listening)
  })
  clock.now()
  clock.follow(beat)
  const heart = setInterval(beat, stepIntervalMs)
  const shutdown = (): void => {
    for (const { venueServer } of opened) venueServer.shutdown()
  }
  return {
    port: (server.address() as AddressInfo).port,
    market,
    clock,
    faults: openFaults(active, { drop: (venue) => sockets.drop(venue), shutdown }),
    requests,
    venueMarkets: new Map(opened.map(({ venue, venueServer }) => [venue, venueServer.venueMarket])),
    done,
    async close() {
      clearInterval(heart)
      sockets.drop()
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

/** The host name asked for, without a port. */
const hostOf = (request: IncomingMessage): string =>
  (request.headers.host ?? '').split(':')[0]?.toLowerCase() ?? ''

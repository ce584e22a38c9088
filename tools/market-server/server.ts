import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { certificateFor } from './certificate.ts'
import { chartHosts, chartPage } from './chart-page.ts'
import type { Clock } from './clock.ts'
import type { Faults, ActiveFaults } from './faults.ts'
import { faultOf, openFaults } from './faults.ts'
import type { Market } from './market/market.ts'
import type { VenueMarket } from './market/venue-market.ts'
import { faultyReply, send } from './reply.ts'
import type { Scenario } from './scenario.ts'
import type { SimulatedHosts } from './sockets.ts'
import { openSockets } from './sockets.ts'
import { venues as allVenues } from './venues/all.ts'
import { stepWhenHeard } from './venues/step-when-heard.ts'
import type { Call, SimulatedVenue } from './venues/simulated-venue.ts'
import { notFound, servingVenue } from './venues/simulated-venue.ts'
import { contractPageHandler } from './venues/trading-page.ts'

/** One request the server received, for assertions. */
export interface LoggedRequest {
  readonly host: string
  /** Path with query. */
  readonly path: string
  readonly kind: 'http' | 'socket'
  readonly status: number
  /** Weight in the venue's own units; 0 for sockets, pages and refusals. */
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
  /** Each venue's view of the market, by venue id. */
  readonly venueMarkets: ReadonlyMap<string, VenueMarket>
  /** Resolves when market time passes the scenario's end. The server runs on until closed. */
  readonly done: Promise<void>
  close(): Promise<void>
}

export interface MarketServerOptions {
  readonly scenario: Scenario
  /** 0, the default, takes a free port. */
  readonly port?: number
  readonly host?: string
  readonly venues?: readonly SimulatedVenue[]
  /** Wall clock (ms) for budgets, pings and the request log. */
  readonly wall?: () => number
}

// At most twenty frames a second: at 150 times the speed each carries 7.5 market seconds.
const stepIntervalMs = 50

/**
 * Simulates exchanges on their real host names: one HTTPS and WebSocket port that answers by the Host header.
 * Browsers reach it through `--host-resolver-rules=MAP * 127.0.0.1:PORT`; unknown hosts get an empty 404.
 */
export async function startMarketServer(options: MarketServerOptions): Promise<MarketServer> {
  const { scenario, port = 0, host = '127.0.0.1', venues = allVenues, wall = Date.now } = options
  const { market, clock } = scenario
  const opened: readonly SimulatedHosts[] = venues.map((venue) => ({
    venue: venue.id,
    hosts: venue.hosts,
    ...(venue.serves && { serves: venue.serves.bind(venue) }),
    venueServer: stepWhenHeard(venue.open(market, wall)),
  }))
  const venueMarkets = new Map(opened.map(({ venue, venueServer }) => [venue, venueServer.venueMarket]))
  const contractPage = contractPageHandler(venueMarkets)
  const requests: LoggedRequest[] = []
  const active: ActiveFaults = { refusing: false, silent: false, rest: new Map(), venues: new Map() }
  const log = (
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
  const step = (): void => {
    const prints = market.advance(clock.now())
    for (const { venueServer } of opened) venueServer.step(prints)
    if (market.now >= scenario.ends) end()
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = hostOf(request)
    const url = new URL(request.url ?? '/', 'https://host')
    const method = request.method ?? 'GET'
    const call: Call = {
      method,
      host: name,
      path: url.pathname,
      query: url.searchParams,
      ...(method === 'POST' && { body: await text(request) }),
    }
    const simulated = servingVenue(opened, call)
    if (!simulated) return send(response, chartPage(call) ?? notFound)
    step()
    const { venue, venueServer } = simulated
    const page = contractPage(call) ?? venueServer.page(call)
    const fault = page ? null : faultOf(active, name, venue)
    const reply = page ?? (fault ? faultyReply(fault, venueServer) : venueServer.answer(call))
    log(name, url.pathname + url.search, 'http', reply?.status ?? 0, fault ? 0 : (reply?.weight ?? 0))
    if (reply) send(response, reply, market.now)
  }
  const names = [...new Set([...opened.flatMap(({ hosts }) => hosts), ...chartHosts])]
  const server = createServer(await certificateFor(names), (request, response) => {
    // A client that goes away before it has said all gets no answer.
    answer(request, response).catch(() => response.destroy())
  })
  const sockets = openSockets(active, opened, log)
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head))
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, listening)
  })
  clock.now()
  clock.follow(step)
  const timer = setInterval(step, stepIntervalMs)
  const shutdown = (): void => {
    for (const { venueServer } of opened) venueServer.shutdown()
  }
  return {
    port: (server.address() as AddressInfo).port,
    market,
    clock,
    faults: openFaults(active, { drop: (venue) => sockets.drop(venue), shutdown }),
    requests,
    venueMarkets,
    done,
    async close() {
      clearInterval(timer)
      sockets.drop()
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

/** The requested host name, without a port. */
const hostOf = (request: IncomingMessage): string =>
  (request.headers.host ?? '').split(':')[0]?.toLowerCase() ?? ''

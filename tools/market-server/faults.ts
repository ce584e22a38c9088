/**
 * How a venue misbehaves. By REST: `status` refuses in the venue's words, `html` is a gatekeeper's page,
 * `error-body` what the venue says of an error, `half-json` breaks off, `never`: the request is taken and not
 * answered. On sockets: `status` lets nobody in and cuts who is, the others spoil every frame or swallow it.
 */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'html' }
  | { readonly kind: 'error-body' }
  | { readonly kind: 'half-json' }
  | { readonly kind: 'never' }

/** Faults on demand. */
export interface Faults {
  /** Cuts every open socket at once, without a closing frame. */
  dropSockets(): void
  /** New sockets get HTTP 503 until switched off. */
  refuseSockets(on: boolean): void
  /** Sockets stay open and say nothing until switched off. */
  silence(on: boolean): void
  /** The venue says that it is about to close its sockets, and does. */
  serverShutdown(): void
  /** Every REST call of the host (null: of every host) misbehaves until set to null. */
  rest(host: string | null, fault: Fault | null): void
  /** One venue, all its hosts and sockets; its pages stay well. Until set to null. */
  venue(id: string, fault: Fault | null): void
  /** Everything well again. */
  clear(): void
}

/** What is wrong at present; read by the server at every request and frame. */
export interface ActiveFaults {
  refusing: boolean
  silent: boolean
  readonly rest: Map<string | null, Fault>
  readonly venues: Map<string, Fault>
}

/** Opens the switches over a set of wrongs. */
export function openFaults(
  active: ActiveFaults,
  act: { drop(venue?: string): void; shutdown(): void },
): Faults {
  return {
    dropSockets: () => act.drop(),
    serverShutdown: () => act.shutdown(),
    refuseSockets(on) {
      active.refusing = on
    },
    silence(on) {
      active.silent = on
    },
    rest: (host, fault) => put(active.rest, host, fault),
    venue(id, fault) {
      put(active.venues, id, fault)
      if (fault?.kind === 'status') act.drop(id)
    },
    clear() {
      active.refusing = active.silent = false
      active.rest.clear()
      active.venues.clear()
    },
  }
}

function put<K>(faults: Map<K, Fault>, key: K, fault: Fault | null): void {
  if (fault) faults.set(key, fault)
  else faults.delete(key)
}

/** The fault that a REST call meets now. */
export const faultOf = (active: ActiveFaults, host: string, venue: string): Fault | null =>
  active.rest.get(host) ?? active.rest.get(null) ?? active.venues.get(venue) ?? null

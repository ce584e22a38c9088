/**
 * A fault the server simulates. REST: `status` refuses with an HTTP status, `html` sends a challenge page,
 * `error-body` the venue's own error, `half-json` a truncated body, `never` no answer at all. Sockets: `status`
 * admits nobody and drops open ones; the others corrupt or swallow every frame.
 */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'html' }
  | { readonly kind: 'error-body' }
  | { readonly kind: 'half-json' }
  | { readonly kind: 'never' }

/** Switches for simulated faults. */
export interface Faults {
  /** Drops every open socket at once, without a closing frame. */
  dropSockets(): void
  /** New sockets get HTTP 503 until switched off. */
  refuseSockets(on: boolean): void
  /** Sockets stay open but carry nothing until switched off. */
  silence(on: boolean): void
  /** The venue announces that it is about to close its sockets, then closes them. */
  serverShutdown(): void
  /** Every REST call to the host (null: to every host) gets the fault until it is set to null. */
  rest(host: string | null, fault: Fault | null): void
  /** Applies the fault to all hosts and sockets of one venue until it is set to null; its pages stay up. */
  venue(id: string, fault: Fault | null): void
  /** Removes every fault. */
  clear(): void
}

/** The faults in force; read by the server at every request and frame. */
export interface ActiveFaults {
  refusing: boolean
  silent: boolean
  readonly rest: Map<string | null, Fault>
  readonly venues: Map<string, Fault>
}

/** Creates the switches that change `active`. */
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

/** The fault that applies to a REST call now. */
export const faultOf = (active: ActiveFaults, host: string, venue: string): Fault | null =>
  active.rest.get(host) ?? active.rest.get(null) ?? active.venues.get(venue) ?? null

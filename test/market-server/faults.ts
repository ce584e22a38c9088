/** How the REST hosts misbehave. `never`: the request is taken and not answered. */
export type RestFault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'html' }
  | { readonly kind: 'half-json' }
  | { readonly kind: 'never' }

/** Faults on demand. Hosts are host names; null or none means every host. */
export interface Faults {
  /** Cuts every open socket at once, without a closing frame. */
  dropSockets(): void
  /** New sockets get HTTP 503 until switched off. */
  refuseSockets(on: boolean): void
  /** Sockets stay open and say nothing until switched off. */
  silence(on: boolean): void
  /** The venue says that it is about to close its sockets, and does. */
  serverShutdown(): void
  /** Every REST call of the host misbehaves until set to null. */
  rest(host: string | null, fault: RestFault | null): void
  /** Everything well again. */
  clear(): void
}

/** What is wrong at present; read by the server at every request. */
export interface Wrongs {
  refusing: boolean
  silent: boolean
  readonly rest: Map<string | null, RestFault>
}

/** Opens the switches over a set of wrongs. */
export function openFaults(wrongs: Wrongs, act: { drop(): void; goodbye(): void }): Faults {
  return {
    dropSockets: () => act.drop(),
    serverShutdown: () => act.goodbye(),
    refuseSockets(on) {
      wrongs.refusing = on
    },
    silence(on) {
      wrongs.silent = on
    },
    rest(host, fault) {
      if (fault) wrongs.rest.set(host, fault)
      else wrongs.rest.delete(host)
    },
    clear() {
      wrongs.refusing = wrongs.silent = false
      wrongs.rest.clear()
    },
  }
}

/** The fault that a host's REST calls meet now. */
export const faultOf = (wrongs: Wrongs, host: string): RestFault | null =>
  wrongs.rest.get(host) ?? wrongs.rest.get(null) ?? null

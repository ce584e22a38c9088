/** Tickets for KuCoin's streams: a token issued by a POST, valid for a day. */
export interface Tickets {
  /** The `data` of `POST /api/v1/bullet-public`. */
  issue(): unknown
  admits(token: string | null): boolean
}

const lifetimeMs = 24 * 3_600_000

export function openTickets(wall: () => number, endpoint: string): Tickets {
  const issued = new Map<string, number>()
  return {
    issue() {
      const token = `2neAiuYvAU61ZDXANAGAsiL4-${issued.size}`
      issued.set(token, wall())
      const protocol = { encrypt: true, protocol: 'websocket', pingInterval: 18_000, pingTimeout: 10_000 }
      return { token, instanceServers: [{ endpoint, ...protocol }] }
    },
    admits: (token) => wall() - (issued.get(token ?? '') ?? -Infinity) < lifetimeMs,
  }
}

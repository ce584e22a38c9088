import type { Budget } from './budget.ts'
import type { Call, Reply } from './simulated-venue.ts'
import { notFound } from './simulated-venue.ts'

/** One address of a REST host. */
export interface Route {
  /** In the venue's own currency; 1 where nothing is said. */
  readonly weight?: number
  readonly method?: 'GET' | 'POST'
  reply(query: URLSearchParams): Reply
}

/** A venue's REST in its usual form: addresses by path, one budget for all of them. */
export function openRoutes(
  routes: Readonly<Record<string, Route>>,
  budget: Budget,
  refuse: (retryAfter: number) => Reply,
): (call: Call) => Reply {
  return ({ path, method, query }) => {
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined
    if (!route || method !== (route.method ?? 'GET')) return notFound
    const { weight = 1 } = route
    const wait = budget.charge(weight)
    return wait > 0 ? refuse(wait) : { ...route.reply(query), weight }
  }
}

/** The parameter `name` as a whole number within 1…`most`; `usual` where absent or odd. */
export function countOf(query: URLSearchParams, name: string, usual: number, most: number): number {
  const asked = Number(query.get(name) ?? NaN)
  return Number.isInteger(asked) && asked > 0 ? Math.min(most, asked) : usual
}

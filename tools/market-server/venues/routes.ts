import type { Budget } from './budget.ts'
import type { Call, Reply } from './simulated-venue.ts'
import { notFound } from './simulated-venue.ts'

/** One path of a REST host. */
export interface Route {
  /** Weight in the venue's own units; 1 by default. */
  readonly weight?: number
  readonly method?: 'GET' | 'POST'
  reply(query: URLSearchParams): Reply
}

/** A venue's REST API in its usual form: routes by path, one budget for all of them. */
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

/** The parameter `name` as a whole number within 1…`max`; `fallback` where absent or invalid. */
export function countOf(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const requested = Number(query.get(name) ?? NaN)
  return Number.isInteger(requested) && requested > 0 ? Math.min(max, requested) : fallback
}

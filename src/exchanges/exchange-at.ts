import type { Exchange, Site } from './exchange.ts'

/**
 * Joins an exchange's site with the rest of it. The rest comes as a function, and factories that are called beside
 * it promise to have no side effects, so that a bundle which uses the site alone carries no reader.
 */
/*#__NO_SIDE_EFFECTS__*/
export function exchangeAt(site: Site, rest: () => Omit<Exchange, keyof Site>): Exchange {
  return { ...site, ...rest() }
}

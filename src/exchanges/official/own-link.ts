import { siteOf } from '../registry.ts'

// A browser forgives much that hides where an address leads: a name and an `@` in front of the host, a backslash
// for a slash, tabs and line breaks within, letters of other scripts that look Latin. So nothing is repaired here:
// only what is written plainly passes.
const plain = /^https:\/\/([a-z0-9.-]+)(?::443)?(?:[/?#][!#-;=?-[\]_a-z~]*)?$/i

/**
 * The address, where it is one of the venue's own pages over TLS, as it was written; null for every other text. A
 * forged address in a reply leads nobody away.
 *
 * @param exchange its id
 */
export function ownLink(exchange: string, url: string | undefined): string | null {
  const host = plain.exec(url ?? '')?.[1]?.toLowerCase()
  return url !== undefined && host !== undefined && siteOf(exchange)?.ownHosts.includes(host) ? url : null
}

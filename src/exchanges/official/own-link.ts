import { siteOf } from '../registry.ts'

// Browsers accept much that hides where a URL leads: credentials before the host, a backslash for a slash, tabs
// and line breaks, letters of other scripts that look Latin. So nothing is normalised here: only plain spelling
// passes.
const plain = /^https:\/\/([a-z0-9.-]+)(?::443)?(?:[/?#][!#-;=?-[\]_a-z~]*)?$/i

/**
 * The URL as written, if it is a page on one of the exchange's own hosts over TLS; else null. So a forged URL in a
 * reply leads nowhere.
 *
 * @param exchange id of the exchange
 */
export function ownLink(exchange: string, url: string | undefined): string | null {
  const host = plain.exec(url ?? '')?.[1]?.toLowerCase()
  return url !== undefined && host !== undefined && siteOf(exchange)?.ownHosts.includes(host) ? url : null
}

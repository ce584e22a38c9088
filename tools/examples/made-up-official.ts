import type { Official, Statement } from '../../src/market/official.ts'
import { marketNow } from './made-up.ts'

const minute = 60_000
const status = 'https://api.binance.com/sapi/v1/system/status'
const articles = 'https://www.binance.com/bapi/composite/v1/public/cms/article/list/query'

/** A venue with four sources and no statements. `part` overrides fields. */
export function official(part: Partial<Official> = {}): Official {
  const at = marketNow - 40_000
  return {
    venue: 'binance',
    checks: [
      { source: status, what: 'status', at, reason: null },
      { source: articles, what: 'announcements', at: at - minute, reason: null },
      { source: 'https://www.binance.com/bapi/coins', what: 'currencies', at: null, reason: null },
      { source: 'https://data-api.binance.vision/i', what: 'symbols', at: at - minute, reason: 'HTTP 503' },
    ],
    statements: [],
    cautions: [],
    suspended: [],
    impaired: [],
    recentChanges: [],
    ...part,
  }
}

/** An announcement for the whole venue. `part` overrides fields. */
export function announcement(part: Partial<Statement> = {}): Statement {
  return {
    type: 'notice',
    id: `binance ${part.what ?? 'api-keys'} ${part.begin ?? 0}`,
    source: articles,
    via: 'announcements',
    scope: 'venue',
    what: 'api-keys',
    state: 'active',
    title: 'Binance Has Deleted All API Keys',
    url: 'https://www.binance.com/en/support/announcement/4a7d',
    assets: [],
    begin: marketNow - 20 * minute,
    seenAt: marketNow - 19 * minute,
    ...part,
  }
}

/** Maintenance of the whole venue, from its status source. */
export function maintenance(part: Partial<Statement> = {}): Statement {
  const { url: _u, begin: _b, ...statement } = announcement()
  return {
    ...statement,
    id: 'binance status maintenance',
    source: status,
    via: 'status',
    what: 'maintenance',
    title: 'system_maintenance',
    seenAt: marketNow - 25 * minute,
    ...part,
  }
}

import { chartSites } from '../../src/exchanges/sites/charts/chart-sites.ts'
import type { Call, Reply } from './venues/simulated-venue.ts'

/** Hosts of chart sites that the server simulates: a site with a host for each language has that of English. */
export const chartHosts: readonly string[] = chartSites.flatMap(({ pages }) =>
  pages.map((page) => page.slice('https://'.length, -'/*'.length).replace('*.', 'www.')),
)

/**
 * Any page of a chart site: a chart without data, for it is the address that says what is on it. Like a real one it
 * goes from one market to another by `history.pushState`; its policy lets no script run.
 */
export function chartPage({ method, host }: Call): Reply | null {
  if (method !== 'GET' || !chartHosts.includes(host)) return null
  const body = `<!doctype html>
<html lang="en">
  <title>${host}</title>
  <style>
    :root { color-scheme: dark }
    :root.light { color-scheme: light }
    body { margin: 0; background: light-dark(#fff, #131722); color: light-dark(#131722, #d1d4dc); font: 14px system-ui }
    main { display: grid; place-items: center; height: 100vh }
    svg { width: 90vw; height: 80vh }
  </style>
  <main><svg viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label="Chart">
    <path d="M0 30l20-2 20 4 20-6 20 3 20-9" fill="none" stroke="#2962ff" stroke-width=".4" />
  </svg></main>
</html>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  }
  return { status: 200, headers, body, weight: 0 }
}

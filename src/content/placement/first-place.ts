/** The banner's first place where no chart is found, px from the window's top. */
const TOP = 156

/** Room for a chart's own toolbar, px. */
const TOOLBAR = 44

/** Left edge of the window, below the toolbar of the page's largest chart: over its oldest candles. */
export function firstPlace(page: Document): { readonly left: number; readonly top: number } {
  const charts = [...page.querySelectorAll('canvas, iframe')]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height, top }) => width > 300 && height > 150 && top >= 0 && top < innerHeight / 2)
    .sort((a, b) => b.width * b.height - a.width * a.height)
  const chart = charts[0]
  return { left: 0, top: chart ? Math.round(chart.top) + TOOLBAR : TOP }
}

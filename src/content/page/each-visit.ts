/**
 * Calls back at the beginning of each visit to the page, with a life that ends with the visit. A page that comes
 * back from the back/forward cache has stood still and missed every message and change, so it begins anew, like a
 * page just loaded. A prerendered page is not on screen: its visit begins when it is shown.
 *
 * @param signal ends the visit and prevents further ones when aborted
 */
export function eachVisit(begin: (life: AbortController) => void, signal: AbortSignal): void {
  let visit: AbortController | null = null
  const start = () => {
    if (visit || isPrerendering()) return
    visit = new AbortController()
    begin(visit)
  }
  const end = () => {
    visit?.abort()
    visit = null
  }
  // A page can dispatch events of these names itself.
  const onTrusted =
    <E extends Event>(callback: (event: E) => void) =>
    (event: E) => {
      if (event.isTrusted) callback(event)
    }
  document.addEventListener('prerenderingchange', onTrusted(start), { signal })
  addEventListener('pageshow', onTrusted(start), { signal })
  // A page that cannot come back is taken down as a whole, which costs the page nothing.
  const leave = ({ persisted }: PageTransitionEvent) => persisted && end()
  addEventListener('pagehide', onTrusted(leave), { signal })
  signal.addEventListener('abort', end)
  start()
}

/** Only Chromium prerenders pages. */
const isPrerendering = () => (document as { readonly prerendering?: boolean }).prerendering === true

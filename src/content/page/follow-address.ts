/** Navigations without an event are detected within this time, ms. */
const pollMs = 1_000

/** The Navigation API, if the browser supports it. */
interface WithNavigation {
  readonly navigation?: EventTarget
}

/**
 * Calls back with the URL of the page, now and after each change. Trading pages switch pairs by
 * `history.pushState`, which fires no event: the Navigation API reports it where supported, polling finds it
 * elsewhere.
 */
export function followAddress(callback: (href: string) => void, signal: AbortSignal): void {
  let current = ''
  const check = () => {
    if (location.href === current) return
    current = location.href
    callback(current)
  }
  const { navigation } = window as unknown as WithNavigation
  navigation?.addEventListener('currententrychange', check, { signal })
  for (const event of ['popstate', 'hashchange', 'pageshow']) addEventListener(event, check, { signal })
  const poll = setInterval(check, pollMs)
  signal.addEventListener('abort', () => clearInterval(poll))
  check()
}

/** Navigations that no event reports are noticed within this time, ms. */
const POLL = 1_000

/** The Navigation API, where the browser has it. */
interface WithNavigation {
  readonly navigation?: EventTarget
}

/**
 * Calls back with the page's address now and after each change of it. Trading pages change
 * pair by `history.pushState`, which fires no event of its own; the Navigation API reports it
 * where there is one, and a slow look at the address catches the rest.
 */
export function followAddress(callback: (href: string) => void, signal: AbortSignal): void {
  let known = ''
  const look = () => {
    if (location.href === known) return
    known = location.href
    callback(known)
  }
  const { navigation } = window as unknown as WithNavigation
  navigation?.addEventListener('currententrychange', look, { signal })
  for (const event of ['popstate', 'hashchange', 'pageshow']) addEventListener(event, look, { signal })
  const poll = setInterval(look, POLL)
  signal.addEventListener('abort', () => clearInterval(poll))
  look()
}

import { removeLeftovers } from './host/remove-leftovers.ts'
import { eachVisit } from './page/each-visit.ts'
import { run } from './run.ts'

/** Globals of our content scripts, which have their own: pages do not see them. */
const own = globalThis as { banner?: unknown }

/**
 * Starts the banner of this page. Of two scripts in one page, e.g. the one of the manifest and one injected after a
 * change of permissions, the later runs on.
 */
export function startScript(): void {
  if (own.banner instanceof AbortController) own.banner.abort()
  const script = new AbortController()
  own.banner = script
  removeLeftovers()
  // An error removes the banner; it never affects or reaches the page.
  eachVisit((life) => void run(life).catch(() => life.abort()), script.signal)
}

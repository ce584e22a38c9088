import { removeLeftovers } from './host/remove-leftovers.ts'
import { maxRestores, mayRestore } from './host/restores.ts'
import { eachVisit } from './page/each-visit.ts'
import { run } from './run.ts'
import { tellHidden } from './tell-hidden.ts'

/** Globals of our content scripts, which have their own: pages do not see them. */
const own = globalThis as { banner?: unknown }

const startedAt: number[] = []

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
  const onError = (life: AbortController) => {
    life.abort()
    tellHidden()
  }
  eachVisit((life) => void run(life, startAgain).catch(() => onError(life)), script.signal)
}

/** For a page that has replaced its document; at most five times a minute, then that is told. */
function startAgain(): void {
  const now = performance.now()
  if (mayRestore(startedAt, now, maxRestores)) {
    startedAt.push(now)
    return startScript()
  }
  if (own.banner instanceof AbortController) own.banner.abort()
  tellHidden()
}

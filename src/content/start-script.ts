import { removeLeftovers } from './host/remove-leftovers.ts'
import { maxRestores, mayRestore } from './host/restores.ts'
import { endScript, own } from './own-scripts.ts'
import { eachVisit } from './page/each-visit.ts'
import { run } from './run.ts'
import { tellHidden } from './tell-hidden.ts'

const startedAt: number[] = []

/**
 * Starts the banner of this page. Of two scripts in one page, e.g. one in English and one injected with the texts of
 * another language, the later runs on. The script that watched the page ends once the banner follows it: were there no
 * port of the page for a moment, the background would take its pair for left.
 */
export function startScript(): void {
  endScript('banner')
  const script = new AbortController()
  own.banner = script
  removeLeftovers()
  // An error removes the banner; it never affects or reaches the page.
  const onError = (life: AbortController) => {
    life.abort()
    tellHidden()
  }
  const begin = async (life: AbortController) => {
    await run(life, startAgain).catch(() => onError(life))
    // Of a banner that another has replaced meanwhile, the other does so.
    if (!script.signal.aborted) endScript('watch')
  }
  eachVisit((life) => void begin(life), script.signal)
}

/** For a page that has replaced its document; at most five times a minute, then that is told. */
function startAgain(): void {
  const now = performance.now()
  if (mayRestore(startedAt, now, maxRestores)) {
    startedAt.push(now)
    return startScript()
  }
  endScript('banner')
  tellHidden()
}

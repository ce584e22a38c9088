import { removeLeftovers } from './host/remove-leftovers.ts'
import { eachVisit } from './page/each-visit.ts'
import { run } from './run.ts'

// Of two scripts in one page the later runs on, e.g. the one injected after a change of permissions. Pages do not
// see this name: content scripts have globals of their own.
const own = globalThis as { banner?: unknown }
if (own.banner instanceof AbortController) own.banner.abort()
const script = new AbortController()
own.banner = script
removeLeftovers()

// An error removes the banner; it never affects or reaches the page.
eachVisit((life) => void run(life).catch(() => life.abort()), script.signal)

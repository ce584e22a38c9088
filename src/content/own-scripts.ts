import type { PageInputs } from './page/page-inputs.ts'

/** The scripts that run in this page, each until it is aborted. */
interface OwnScripts {
  /** The one that shows. */
  banner?: AbortController | undefined
  /** The one that watches whether there is something to show. */
  watch?: AbortController | undefined
  /** Reads the address of a page; set on pages of chart sites alone, by a script that runs before the others. */
  readPage?: (href: string) => PageInputs
}

/** Globals of our content scripts, which have their own: pages do not see them. */
export const own = globalThis as OwnScripts

/** Ends a script that was started before. */
export function endScript(name: 'banner' | 'watch'): void {
  if (isRunning(name)) own[name]?.abort()
}

/** Whether a script was started and not ended. */
export function isRunning(name: 'banner' | 'watch'): boolean {
  const script: unknown = own[name]
  return script instanceof AbortController && !script.signal.aborted
}

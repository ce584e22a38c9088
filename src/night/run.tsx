import { render } from 'preact'
import type { HeldBackSummary } from '../shared/messages/queries.ts'
import { sendQuery } from '../shared/messages/send-query.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { settings } from '../shared/settings/settings-item.ts'
import { createPageFrame } from '../ui/page/page-frame.ts'
import { Night } from './night.tsx'
import { nightWords } from './words.ts'

/** Renders the page into `root` until the signal aborts. */
export function run(root: Element, signal: AbortSignal): void {
  const frame = createPageFrame(nightWords, draw)
  let currentSettings: Settings | null = null
  /** Null while asking; undefined: no answer. */
  let summaries: readonly HeldBackSummary[] | null | undefined = null

  function draw(): void {
    if (!currentSettings || signal.aborted) return
    frame.apply(currentSettings)
    const { words } = frame
    if (!words) return
    document.title = words.say('title.tab')
    render(<Night {...{ summaries, words }} now={Date.now()} />, root)
  }
  settings.follow((value) => {
    currentSettings = value
    draw()
  }, signal)
  signal.addEventListener('abort', () => render(null, root))
  void sendQuery('held-back', {}).then((answer) => {
    summaries = answer
    draw()
  })
}

import { render } from 'preact'
import { sendQuery } from '../shared/messages/send-query.ts'
import { defaultSettings, type Settings } from '../shared/settings/settings.ts'
import { settings } from '../shared/settings/settings-item.ts'
import { everySecond } from '../ui/page/every-second.ts'
import { createPageFrame } from '../ui/page/page-frame.ts'
import { Health } from './health.tsx'
import { type HealthState, readHealth } from './health-state.ts'
import { reportOf } from './report.ts'
import { healthWords } from './words.ts'

/** Time between two readings while the page is visible, ms. */
const readEveryMs = 5000

/** Renders the page into `root`, and reads anew every five seconds while it is visible, until the signal aborts. */
export function run(root: Element, signal: AbortSignal): void {
  const frame = createPageFrame(healthWords, draw)
  // The page must show itself where no setting can be read.
  let currentSettings: Settings = defaultSettings
  let state: HealthState | null = null
  let report = ''
  let isReading = false

  async function read(): Promise<void> {
    if (isReading || document.visibilityState === 'hidden') return
    isReading = true
    const show = (next: HealthState) => {
      state = next
      draw()
    }
    // Later readings are shown whole: what the background said stays until it says something else.
    await readHealth((read) => state ?? show(read))
      .then(show)
      .finally(() => (isReading = false))
  }
  const actions = {
    onCopy: () =>
      navigator.clipboard.writeText(report).then(
        () => true,
        () => false,
      ),
    onTryAgain: async () => {
      const isDone = (await sendQuery('try-again', {})) === true
      await read()
      return isDone
    },
  }
  function draw(): void {
    if (signal.aborted) return
    frame.apply(currentSettings)
    const { words } = frame
    if (!words) return
    document.title = words.say('title.tab')
    report = state ? reportOf(state, currentSettings) : ''
    render(<Health {...{ state, report, words, actions }} now={Date.now()} />, root)
  }

  settings.follow((value) => {
    currentSettings = value
    draw()
  }, signal)
  everySecond(draw, signal)
  const timer = setInterval(() => void read(), readEveryMs)
  const onVisible = () => void read()
  document.addEventListener('visibilitychange', onVisible)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onVisible)
    render(null, root)
  })
  // By default settings where none can be read: not before, for they may name another language.
  void settings.get().catch(draw)
  void read()
}

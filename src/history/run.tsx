import { render } from 'preact'
import { sendQuery } from '../shared/messages/send-query.ts'
import { pairFilterOf } from '../shared/details-address.ts'
import { language } from '../shared/language.ts'
import { settings } from '../shared/settings/settings-item.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { applyAppearance } from '../ui/apply-appearance.ts'
import { appearanceOf } from '../ui/appearance.ts'
import { csvOf } from './csv.ts'
import { type Filter, noFilter } from './filter.ts'
import { History, type Shown } from './history.tsx'
import { saveCsv } from './save-csv.ts'
import { historyWords } from './words.ts'

const pageSize = 100

/** Shows the page in `root` until the signal aborts. */
export function run(root: Element, signal: AbortSignal): void {
  let chosen: Settings | null = null
  let words = historyWords(language())
  let turn = 0
  const filter = { ...noFilter, pair: pairFilterOf(location.hash) }
  let shown: Shown = { filter, past: [], state: 'asking', isMore: false, card: null }

  function learn(change: Partial<Shown>): void {
    shown = { ...shown, ...change }
    draw()
  }
  /** Asks for the next page; an answer that another filter has overtaken says nothing any more. */
  async function more(): Promise<void> {
    const own = ++turn
    const { tier, venue } = shown.filter
    const before = shown.past.at(-1)?.episode.startedAt ?? null
    const found = await sendQuery('history', { pair: null, before, most: pageSize, tier, venue })
    if (own !== turn) return
    if (!found) return learn({ state: 'failed', isMore: false })
    learn({ past: [...shown.past, ...found], state: 'known', isMore: found.length >= pageSize })
  }
  function choose(filter: Filter): void {
    const isSame = filter.tier === shown.filter.tier && filter.venue === shown.filter.venue
    learn(isSame ? { filter } : { filter, past: [], state: 'asking', isMore: false })
    if (!isSame) void more()
  }
  async function begin(): Promise<void> {
    learn({ past: [], state: 'asking', isMore: false })
    const [card] = await Promise.all([sendQuery('scorecard', {}), more()])
    learn({ card: card ?? null })
  }
  async function forget(): Promise<boolean> {
    const isDone = (await sendQuery('delete-data', {})) === true
    if (isDone) await begin()
    return isDone
  }
  function draw(): void {
    if (!chosen || signal.aborted) return
    const look = appearanceOf(chosen, language())
    if (words.lang !== look.lang) words = historyWords(look.lang)
    applyAppearance(look, document.documentElement)
    document.title = words.say('title.tab')
    render(
      <History
        {...{ shown, words }}
        now={Date.now()}
        onFilter={choose}
        onMore={() => void more()}
        onSave={(past) => saveCsv('keiho-episodes.csv', csvOf(past))}
        onDelete={forget}
      />,
      root,
    )
  }

  settings.follow((value) => {
    chosen = value
    draw()
  }, signal)
  signal.addEventListener('abort', () => render(null, root))
  void begin()
}

import { render } from 'preact'
import { sendCommand } from '../shared/messages/send-command.ts'
import { sendQuery } from '../shared/messages/send-query.ts'
import { pairFilterOf } from '../shared/details-address.ts'
import { settings } from '../shared/settings/settings-item.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { episodes as openEpisodes, notHelpful } from '../shared/storage/items.ts'
import { createPageFrame } from '../ui/page/page-frame.ts'
import { saveFile } from '../ui/page/save-file.ts'
import { episodesCsv } from './episodes-csv.ts'
import { type HistoryFilter, noFilter } from './history-filter.ts'
import { History, type HistoryState } from './history.tsx'
import { historyWords } from './words.ts'

const pageSize = 100
/** From an episode that began, or a record that did not answer, to asking it again, ms: the record is written after. */
const askAgainMs = 2_000
const firstPage = { episodes: [], status: 'loading', hasMore: false } as const

/** Renders the page into `root` until the signal aborts. */
export function run(root: Element, signal: AbortSignal): void {
  const frame = createPageFrame(historyWords, draw)
  let currentSettings: Settings | null = null
  let lastRequest = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let openIds = ''
  const filter = { ...noFilter, pair: pairFilterOf(location.hash) }
  let state: HistoryState = { ...firstPage, filter, scorecard: null, notHelpful: [] }

  function update(change: Partial<HistoryState>): void {
    state = { ...state, ...change }
    draw()
  }
  /** Loads the next page. A result that arrives after a later request (another filter) is ignored. */
  async function loadMore(): Promise<void> {
    const request = ++lastRequest
    const { tier, venue } = state.filter
    const before = state.episodes.at(-1)?.episode.startedAt ?? null
    const found = await sendQuery('history', { pair: null, before, most: pageSize, tier, venue })
    if (request !== lastRequest) return
    if (!found) {
      askAgainLater()
      return update({ status: 'failed', hasMore: false })
    }
    update({ episodes: [...state.episodes, ...found], status: 'loaded', hasMore: found.length >= pageSize })
  }
  /** Adds what the record has newly, above what is listed. */
  async function askAgain(): Promise<void> {
    if (state.status !== 'loaded') return loadMore()
    const request = lastRequest
    const { tier, venue } = state.filter
    const newest = await sendQuery('history', { pair: null, before: null, most: pageSize, tier, venue })
    if (request !== lastRequest || !newest) return
    const ids = new Set(newest.map(({ episode }) => episode.id))
    const others = state.episodes.filter(({ episode }) => !ids.has(episode.id))
    update({ episodes: [...newest, ...others] })
  }
  function askAgainLater(): void {
    clearTimeout(timer)
    if (!signal.aborted) timer = setTimeout(() => void askAgain(), askAgainMs)
  }
  /** Tier and venue are filtered by the background, the pair within what is loaded. */
  function setFilter(filter: HistoryFilter): void {
    const isLoaded = filter.tier === state.filter.tier && filter.venue === state.filter.venue
    update(isLoaded ? { filter } : { ...firstPage, filter })
    if (!isLoaded) void loadMore()
  }
  async function load(): Promise<void> {
    update(firstPage)
    const [scorecard] = await Promise.all([sendQuery('scorecard', {}), loadMore()])
    update({ scorecard: scorecard ?? null })
  }
  async function deleteData(): Promise<boolean> {
    const isDone = (await sendQuery('delete-data', {})) === true
    if (isDone) await load()
    return isDone
  }
  const notHelpfulIds = () => new Set(state.notHelpful.map(({ episode }) => episode))
  function draw(): void {
    if (!currentSettings || signal.aborted) return
    frame.apply(currentSettings)
    const { words } = frame
    if (!words) return
    document.title = words.say('title.tab')
    render(
      <History
        {...{ state, words }}
        now={Date.now()}
        onFilter={setFilter}
        onMore={() => void loadMore()}
        onSave={(past) =>
          saveFile('keiho-episodes.csv', new Blob([episodesCsv(past, notHelpfulIds())], { type: 'text/csv' }))
        }
        onNotHelpful={(episode, isNot) => sendCommand({ kind: 'not-helpful', episode, isNot })}
        onDelete={deleteData}
      />,
      root,
    )
  }

  settings.follow((value) => {
    currentSettings = value
    draw()
  }, signal)
  openEpisodes.follow((open) => {
    const ids = open.map(({ id }) => id).join()
    if (ids !== openIds) askAgainLater()
    openIds = ids
  }, signal)
  notHelpful.follow((value) => update({ notHelpful: value }), signal)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    render(null, root)
  })
  void load()
}

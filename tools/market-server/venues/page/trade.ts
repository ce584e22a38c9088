import { drawChart } from './chart.ts'
import { drawBook, drawPairs, drawTrades, find } from './tables.ts'
import type { PairRow, View } from './view.ts'

const viewEveryMs = 500
const pairsEveryMs = 3000

interface ShownPair {
  readonly base: string
  readonly quote: string
  /** The quote whose pairs are listed. */
  readonly list: string
}

const say = (selector: string, text: string): void => {
  find(selector).textContent = text
}

const venue = document.title.split(' | ')[1] ?? ''
const locale = /\bja\b/.test(location.pathname) ? 'ja' : 'en'
// Only the venue knows which pair a URL means: the first view tells it.
let shown: ShownPair = { base: '', quote: '', list: '' }
let minutes = 5
let pairs: readonly PairRow[] = []

async function fetchJson<T>(address: string): Promise<T | null> {
  const answer = await fetch(address)
  return answer.ok ? ((await answer.json()) as T) : null
}

async function refreshView(): Promise<void> {
  const { href } = location
  const view = await fetchJson<View>(`/local/view?href=${encodeURIComponent(href)}&minutes=${minutes}`)
  // The trader may have navigated on while the answer was under way.
  if (view && href === location.href) draw(view)
}

function draw(view: View): void {
  const { base, quote, decimals, day, book, trades, candles } = view
  if (base !== shown.base || quote !== shown.quote) {
    shown = { base, quote, list: quote }
    drawPairs(pairs, shown)
  }
  const rising = day.last >= (trades[1]?.[1] ?? day.last)
  const price = day.last.toFixed(decimals)
  document.title = `${price} | ${base}${quote} | ${venue} (local market server)`
  say('#pair', `${base}/${quote}`)
  for (const id of ['#last', '#middle']) {
    say(id, price)
    find(id).className = `figure ${rising ? 'up' : 'down'}`
  }
  say('#dollars', new Date(view.now).toISOString().replace('T', ' ').slice(0, 19) + ' UTC')
  say('#change', day.open > 0 ? `${((day.last / day.open - 1) * 100).toFixed(2)}%` : '–')
  find('#change').className = day.last >= day.open ? 'up' : 'down'
  say('#high', day.high.toFixed(decimals))
  say('#low', day.low.toFixed(decimals))
  say('#volume', day.quote.toLocaleString('en', { maximumFractionDigits: 2 }))
  say('#volume-unit', quote)
  say('#held', base === 'BTC' ? 'BNB' : base)
  find('#halted').hidden = view.status === 'TRADING'
  for (const unit of document.querySelectorAll<HTMLElement>('[data-unit]'))
    unit.textContent = unit.dataset['unit'] === 'base' ? base : quote
  if (document.activeElement !== find('#price')) find<HTMLInputElement>('#price').value = price
  find<HTMLInputElement>('#total').value = (1500 * day.last).toFixed(Math.min(8, decimals + 2))
  nameButton(base)
  drawBook(book, decimals)
  drawTrades(trades, decimals)
  drawChart(find<HTMLCanvasElement>('#chart'), candles, decimals)
}

function nameButton(base: string): void {
  const side = find('.sides [aria-selected=true]').dataset['side'] ?? 'buy'
  say('#submit', `${side === 'buy' ? 'Buy' : 'Sell'} ${base}`)
  find('#submit').className = `submit ${side}`
}

async function refreshPairs(): Promise<void> {
  const { href } = location
  const address = `/local/pairs?href=${encodeURIComponent(href)}&locale=${locale}`
  pairs = (await fetchJson<readonly PairRow[]>(address)) ?? pairs
  drawPairs(pairs, shown)
}

/** Shows the pair of a URL without loading the page again, as a single-page application does. */
function navigate(href: string): void {
  const { pathname, search, hash } = new URL(href)
  if (hash === '') history.pushState(null, '', pathname + search)
  else location.hash = hash
  void refreshView()
}

const targetOf = (event: Event): HTMLElement =>
  event.target instanceof HTMLElement ? event.target : document.body

find('#pairs').addEventListener('click', (event) => {
  const link = targetOf(event).closest('a')
  if (!link || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  navigate(link.href)
})
find('#quotes').addEventListener('click', (event) => {
  const { quote } = targetOf(event).dataset
  if (!quote) return
  shown = { ...shown, list: quote }
  drawPairs(pairs, shown)
})
find('.chart h2').addEventListener('click', (event) => {
  const chosen = targetOf(event)
  if (!chosen.dataset['minutes']) return
  minutes = Number(chosen.dataset['minutes'])
  for (const button of document.querySelectorAll('[data-minutes]'))
    button.classList.toggle('on', button === chosen)
  void refreshView()
})
find('.sides').addEventListener('click', (event) => {
  const chosen = targetOf(event)
  if (!chosen.dataset['side']) return
  for (const tab of document.querySelectorAll('.sides button')) tab.ariaSelected = String(tab === chosen)
  nameButton(shown.base)
})
find('#order-form').addEventListener('submit', (event) => event.preventDefault())
addEventListener('popstate', () => void refreshView())
addEventListener('resize', () => void refreshView())

document.documentElement.classList.toggle(
  'light',
  new URLSearchParams(location.search).get('theme') === 'light',
)
document.documentElement.lang = locale
setInterval(() => void refreshView().catch(() => undefined), viewEveryMs)
setInterval(() => void refreshPairs().catch(() => undefined), pairsEveryMs)
void refreshPairs()
void refreshView()

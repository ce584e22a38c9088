import type { Book, PairRow, TradeRow } from './view.ts'

/** The element that a selector finds. @throws Error where the page has none */
export function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector)
  if (!found) throw new Error(`The page has no ${selector}`)
  return found
}

/** Makes an element with a class and children. */
function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (name) made.className = name
  made.append(...children)
  return made
}

const row = (...cells: string[]): HTMLDivElement =>
  element('div', '', ...cells.map((cell) => element('span', '', cell)))
const shortNumber = (amount: number): string => (amount >= 1000 ? amount.toFixed(0) : amount.toPrecision(4))

/** Fills the order book, best prices next to the mid price. */
export function drawBook({ bids, asks }: Book, decimals: number): void {
  const level = ({ price, amount }: Book['bids'][number]): HTMLDivElement =>
    row(price.toFixed(decimals), shortNumber(amount), (price * amount).toFixed(4))
  find('#asks').replaceChildren(...asks.toReversed().map(level))
  find('#bids').replaceChildren(...bids.map(level))
}

/** Fills the list of trades, newest first. */
export function drawTrades(trades: readonly TradeRow[], decimals: number): void {
  const rows = trades.map(([at, price, amount, side]) => {
    const line = row(price.toFixed(decimals), shortNumber(amount), new Date(at).toTimeString().slice(0, 8))
    line.firstElementChild?.classList.add(side === 'buy' ? 'up' : 'down')
    return line
  })
  find('#trades').replaceChildren(...rows)
}

/** Fills the pair list of one quote. */
export function drawPairs(
  pairs: readonly PairRow[],
  shown: { readonly base: string; readonly quote: string; readonly list: string },
): void {
  const quotes = [...new Set(pairs.map(([, quote]) => quote))].map((quote) => {
    const tab = element('button', quote === shown.list ? 'on' : '', quote)
    tab.dataset.quote = quote
    return tab
  })
  find('#quotes').replaceChildren(...quotes)
  const links = pairs
    .filter(([, quote]) => quote === shown.list)
    .map(([base, quote, last, change, decimals, href]) => {
      const percent = element('span', change >= 0 ? 'up' : 'down', `${(change * 100).toFixed(1)}%`)
      const link = element('a', '', `${base}/${quote}`, element('span', '', last.toFixed(decimals)), percent)
      link.href = href
      if (base === shown.base && quote === shown.quote) link.setAttribute('aria-current', 'page')
      return link
    })
  find('#pairs').replaceChildren(...links)
}

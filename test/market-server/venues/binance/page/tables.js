/** Makes an element with a class and children. */
export function element(tag, name, ...children) {
  const made = document.createElement(tag)
  if (name) made.className = name
  made.append(...children)
  return made
}

const row = (...cells) => element('div', '', ...cells.map((cell) => element('span', '', cell)))
const short = (amount) => (amount >= 1000 ? amount.toFixed(0) : amount.toPrecision(4))

/** Fills the order book, best prices next to the middle. */
export function drawBook({ bids, asks }, decimals) {
  const level = ({ price, amount }) => row(price.toFixed(decimals), short(amount), (price * amount).toFixed(4))
  document.querySelector('#asks').replaceChildren(...asks.toReversed().map(level))
  document.querySelector('#bids').replaceChildren(...bids.map(level))
}

/** Fills the list of trades: rows of [time ms, price, amount, side], newest first. */
export function drawTrades(trades, decimals) {
  const rows = trades.map(([at, price, amount, side]) => {
    const line = row(price.toFixed(decimals), short(amount), new Date(at).toTimeString().slice(0, 8))
    line.firstChild.className = side === 'buy' ? 'up' : 'down'
    return line
  })
  document.querySelector('#trades').replaceChildren(...rows)
}

/** Fills the pair list of one quote: rows of [base, quote, last, change, decimals]. */
export function drawPairs(pairs, shown, hrefOf) {
  const quotes = ['BTC', 'USDT', 'ETH', 'BNB'].map((quote) => {
    const tab = element('button', quote === shown.list ? 'on' : '', quote)
    tab.dataset.quote = quote
    return tab
  })
  document.querySelector('#quotes').replaceChildren(...quotes)
  const links = pairs
    .filter(([, quote]) => quote === shown.list)
    .map(([base, quote, last, change, decimals]) => {
      const percent = element('span', change >= 0 ? 'up' : 'down', `${(change * 100).toFixed(1)}%`)
      const link = element('a', '', `${base}/${quote}`, element('span', '', last.toFixed(decimals)), percent)
      link.href = hrefOf(base, quote)
      if (base === shown.base && quote === shown.quote) link.setAttribute('aria-current', 'page')
      return link
    })
  document.querySelector('#pairs').replaceChildren(...links)
}

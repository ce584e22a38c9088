import { TierIcon } from '../ui/card/tier-tag.tsx'
import type { PopupWords } from './words.ts'
import type { MarketWords } from './market-words.ts'

/** What the market as a whole does, with the shares of pairs down, flat and up as a bar. */
export function MarketLine({ market, words: { say, format } }: { market: MarketWords; words: PopupWords }) {
  const { tone, title, detail, median, unit, shares } = market
  const look = tone === null ? '' : tone === 'stale' ? 'tier-stale hatch' : `alarm tier-${tone}`
  const direction = median === null || median === 0 ? '' : median > 0 ? 'up' : 'down'
  return (
    <section class={`market ${look}`}>
      <h2 class="what">
        {tone && <TierIcon tone={tone} />}
        {title}
      </h2>
      <b class={`num fig ${direction}`}>{median === null ? '–' : format.change(median)}</b>
      <span class="sub">{detail}</span>
      <span class="sub r">{unit}</span>
      {shares && (
        <span
          class="breadth"
          role="img"
          aria-label={say('popup.market.bar', {
            down: format.share(shares[0]),
            flat: format.share(shares[1]),
            up: format.share(shares[2]),
          })}
        >
          {shares.map((share, i) => (
            <i key={i} class={['d', 'f', 'u'][i]} style={{ flex: share }} />
          ))}
        </span>
      )}
    </section>
  )
}

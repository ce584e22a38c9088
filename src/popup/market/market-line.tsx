import { TierIcon } from '../../ui/card/tier-tag.tsx'
import type { PopupWords } from '../words.ts'
import type { MarketSummary } from './market-summary.ts'

/** The market as a whole, with the shares of pairs that are down, flat and up as a bar. */
export function MarketLine({ market, words: { say, format } }: { market: MarketSummary; words: PopupWords }) {
  const { tier, title, detail, median, unit, shares } = market
  const state = tier === null ? '' : tier === 'stale' ? 'tier-stale hatch' : `alarm tier-${tier}`
  const direction = median === null || median === 0 ? '' : median > 0 ? 'up' : 'down'
  return (
    <section class={`market ${state}`}>
      <h2 class="what">
        {tier && <TierIcon tier={tier} />}
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

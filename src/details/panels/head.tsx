import { isOpen } from '../../market/episode.ts'
import { pairName } from '../../market/pair.ts'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { Mark } from '../../ui/icons/mark.tsx'
import { Phases } from '../../ui/card/phases.tsx'
import { TierTag } from '../../ui/card/tier-tag.tsx'
import { ExportMenu, type ExportKind } from './export-menu.tsx'
import type { Part } from '../part.ts'
import type { Shown } from '../scene.ts'
import type { DetailsWords } from '../words.ts'

interface Props extends Part {
  readonly onTradingPage: () => void
  readonly onExport: (kind: ExportKind) => void
}

/** `SYS/BTC`, or the whole market. */
export function titleOfScene({ say }: DetailsWords, { pair }: Shown): string {
  return pair ? pairName(pair) : say('market.title')
}

/** What the page is about, how far it got, and what can be done with it. */
export function Head({ scene, words, venueName, onTradingPage, onExport }: Props) {
  const { episode, pair, silence } = scene
  const { say } = words
  const title = titleOfScene(words, scene)
  const state =
    episode && isOpen(episode) && silence === undefined
      ? episode.tier
      : silence === undefined
        ? 'app'
        : 'offline'
  return (
    <header class={`top ${episode ? `tier-${episode.tier}` : ''}`}>
      <Mark state={state} />
      <h1>{title}</h1>
      <span class="venue">{say('venue.spot', { venue: venueName })}</span>
      {episode && (
        <>
          <span class="highest">
            {say('highest')} <TierTag tone={episode.tier} words={words} />
          </span>
          <Phases episode={episode} words={words} />
        </>
      )}
      <span class="end">
        {pair && (
          <button type="button" class="btn" onClick={onTradingPage}>
            <PageIcon name="open" />
            {say('tradingPage')}
          </button>
        )}
        <ExportMenu title={say('export.of', { pair: title })} {...{ words, onExport }} />
      </span>
    </header>
  )
}

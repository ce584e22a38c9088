import { isOpen } from '../../market/episode.ts'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { Mark } from '../../ui/icons/mark.tsx'
import { Phases } from '../../ui/card/phases.tsx'
import { TierTag } from '../../ui/card/tier-tag.tsx'
import { marketName } from '../../ui/words/episode-words.ts'
import { ExportMenu, type ExportKind, type RecordingPurpose, type ShareKind } from './export-menu.tsx'
import type { PanelProps } from './panel-props.ts'
import { subjectTitle } from './subject-title.ts'

interface Props extends PanelProps {
  readonly onTradingPage: () => void
  readonly onExport: (kind: ExportKind) => void
  readonly onShare: (kind: ShareKind) => void
  readonly onRecording: ((purpose: RecordingPurpose) => void) | undefined
}

/** The page's subject with its tier and phase, and the buttons of the page. */
export function PageHeader(props: Props) {
  const { view, words, venueName, onTradingPage, onExport, onShare, onRecording } = props
  const { episode, pair, silence } = view
  const { say } = words
  const title = subjectTitle(words, view)
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
      <span class="venue">{marketName(words, view.venue, venueName)}</span>
      {episode && (
        <>
          <span class="highest">
            {say('highest')} <TierTag tier={episode.tier} words={words} />
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
        <ExportMenu
          title={say('export.of', { pair: title })}
          {...{ words, onExport, onShare, onRecording }}
        />
      </span>
    </header>
  )
}

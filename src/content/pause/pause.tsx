import { hasStatementSince } from '../../shared/official.ts'
import { keyCheckSteps } from '../../shared/storage/key-check-steps.ts'
import { needsKeyCheck } from '../../ui/card/key-check-list.tsx'
import { headlineOf, marketName, titleOf } from '../../ui/words/episode-words.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { isReversible } from '../../ui/official/known-list.tsx'
import { statementText } from '../../ui/official/official-words.ts'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import type { Words } from '../../ui/words/words.ts'
import { pauseFigures } from './pause-figures.ts'
import type { EpisodeView } from '../view/banner-view.ts'

/** Answers of the trader. */
export interface PauseActions {
  readonly onLeave: () => void
  readonly onContinue: () => void
  readonly onDetails: () => void
}

interface Props extends PauseActions {
  readonly view: EpisodeView
  readonly venueName: string
  readonly words: Words
}

/** All steps of the checklist if API keys may be abused, otherwise those for every abnormal market. */
const checkStepsOf = ({ episode, official }: EpisodeView) =>
  keyCheckSteps.filter((step) => needsKeyCheck(episode, official) || step === 'orders' || step === 'wait')

/** What covers the trading page: the reason in one sentence, three figures, and buttons to continue or leave. */
export function Pause({ view, venueName, words, onLeave, onContinue, onDetails }: Props) {
  const { say, format } = words
  const { episode, marketNow } = view
  return (
    <section class="pause tier-danger" role="dialog" aria-labelledby="pause-title">
      <div class="pause-band">
        <div>
          <TierIcon tier="danger" />
          {say('tier.danger')} <span>{titleOf(words, episode)}</span>
          <small>
            {marketName(words, episode.venue, venueName)} · {format.clock(marketNow, 'second')}
          </small>
        </div>
      </div>
      <div class="pause-body">
        <h2 id="pause-title">
          <span>{say('pause.abnormal')}</span> <span>{say('pause.look')}</span>
        </h2>
        <p class="lead">{leadOf(words, view, venueName)}</p>
        <dl class="pause-facts">
          {pauseFigures(words, episode, marketNow).map(({ label, value, when }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <b>{value}</b> <small>{when}</small>
              </dd>
            </div>
          ))}
        </dl>
        <div class="pause-two">
          <Points title={say('pause.mind')} points={remindersOf(words, view)} open />
          <Points title={say('check')} points={checkStepsOf(view).map((step) => say(`check.${step}`))} />
        </div>
        <p class="pause-ways">
          <button type="button" class="btn primary" onClick={onLeave}>
            {say('pause.leave')}
          </button>
          <button type="button" class="btn on" onClick={onContinue}>
            {say('pause.continue')}
          </button>
          <button type="button" class="btn" onClick={onDetails}>
            {say('action.details')}
          </button>
          <small>
            <kbd>Esc</kbd> {say('pause.escape')}
          </small>
        </p>
        <p class="pause-foot">
          <span>{say('pause.why')}</span> <span>{say('advice.none')}</span>
        </p>
      </div>
    </section>
  )
}

/** What was measured (never the cause), and the venue's latest statement or that there is none. */
function leadOf(words: Words, { episode, official }: EpisodeView, venue: string): string {
  const { say } = words
  const [newest] = official && hasStatementSince(official, episode.startedAt) ? official.statements : []
  const statement = newest
    ? say('pause.official', { venue, what: statementText(words, newest.statement) })
    : say(official === null ? 'known.notLooked' : 'known.none')
  return say('pause.lead', { headline: headlineOf(words, episode), official: statement })
}

function remindersOf({ say }: Words, { episode }: EpisodeView): readonly string[] {
  return [
    ...(isReversible(episode) ? [say('unknown.reversal')] : []),
    ...(episode.kind === 'pump' ? [say('past.pump')] : []),
    say('honest'),
  ]
}

interface PointsProps {
  readonly title: string
  readonly points: readonly string[]
  /** Whether the points are unknowns, marked by an icon. */
  readonly open?: boolean
}

function Points({ title, points, open = false }: PointsProps) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {points.map((point) => (
          <li key={point}>
            {open && <Icon name="unknown" />}
            <span>{point}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

import { hasStatementSince } from '../../shared/official.ts'
import { needsKeyCheck, keyCheckSteps } from '../../ui/card/key-check-list.tsx'
import { headlineOf, titleOf } from '../../ui/words/episode-words.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { isReversible } from '../../ui/official/known-list.tsx'
import { statementText } from '../../ui/official/official-words.ts'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import type { Words } from '../../ui/words/words.ts'
import { pauseFacts } from './pause-facts.ts'
import type { Scene } from '../scene/scene.ts'

/** A scene that may pause the page. */
export type Pausing = Extract<Scene, { kind: 'episode' }>

/** What the trader can answer. */
export interface PauseActs {
  readonly onLeave: () => void
  readonly onContinue: () => void
  readonly onDetails: () => void
}

interface Props extends PauseActs {
  readonly scene: Pausing
  readonly venueName: string
  readonly words: Words
}

/** Every step where keys may be abused; else what every abnormal market asks for. */
const stepsOf = ({ episode, known }: Pausing) =>
  keyCheckSteps.filter((step) => needsKeyCheck(episode, known) || step === 'orders' || step === 'wait')

/** What stands before the trading page: the reason in one sentence, three figures, and the ways on and away. */
export function Pause({ scene, venueName, words, onLeave, onContinue, onDetails }: Props) {
  const { say, format } = words
  const { episode, marketNow } = scene
  return (
    <section class="pause tier-danger" role="dialog" aria-labelledby="pause-title">
      <div class="pause-band">
        <div>
          <TierIcon tier="danger" />
          {say('tier.danger')} <span>{titleOf(words, episode)}</span>
          <small>
            {say('venue.spot', { venue: venueName })} · {format.clock(marketNow, 'second')}
          </small>
        </div>
      </div>
      <div class="pause-body">
        <h2 id="pause-title">
          <span>{say('pause.abnormal')}</span> <span>{say('pause.look')}</span>
        </h2>
        <p class="lead">{leadOf(words, scene, venueName)}</p>
        <dl class="pause-facts">
          {pauseFacts(words, episode, marketNow).map(({ label, value, when }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <b>{value}</b> <small>{when}</small>
              </dd>
            </div>
          ))}
        </dl>
        <div class="pause-two">
          <Points title={say('pause.mind')} points={mindOf(words, scene)} open />
          <Points title={say('check')} points={stepsOf(scene).map((step) => say(`check.${step}`))} />
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

/** What was measured, never why, and the venue's word or that there is none. */
function leadOf(words: Words, { episode, known }: Pausing, venue: string): string {
  const { say } = words
  const [newest] = known && hasStatementSince(known, episode.startedAt) ? known.statements : []
  const official = newest
    ? say('pause.official', { venue, what: statementText(words, newest.statement) })
    : say(known === null ? 'known.notLooked' : 'known.none')
  return say('pause.lead', { headline: headlineOf(words, episode), official })
}

function mindOf({ say }: Words, { episode }: Pausing): readonly string[] {
  return [
    ...(isReversible(episode) ? [say('unknown.reversal')] : []),
    ...(episode.kind === 'pump' ? [say('past.pump')] : []),
    say('honest'),
  ]
}

interface PointsProps {
  readonly title: string
  readonly points: readonly string[]
  /** Whether they say what is not known. */
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

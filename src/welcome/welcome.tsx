import { useState } from 'preact/hooks'
import type { Tier } from '../market/tier.ts'
import { ChoiceCard } from '../ui/form/choice-card.tsx'
import { Mark } from '../ui/icons/mark.tsx'
import type { Choices } from './choices.ts'
import { Promises } from './promises.tsx'
import { Step } from './step.tsx'
import { VenueStep } from './venue-step.tsx'
import type { WelcomeWords } from './words.ts'

const loudness = ['quiet', 'balanced', 'sensitive'] as const
const tells: readonly (Tier | null)[] = ['danger', 'warning', 'notice', null]

/** How far the page is. `declined`: the browser was asked and gave no permission. */
export type Progress =
  { readonly kind: 'choosing' | 'saving' | 'declined' } | { readonly kind: 'failed'; readonly reason: string }

interface Props {
  readonly first: Choices
  readonly progress: Progress
  readonly words: WelcomeWords
  /** Called in the click, so that the browser may ask. */
  readonly onDone: (choices: Choices) => void
  /** Goes on with the venues that need no further permission. */
  readonly onSkip: (choices: Choices) => void
}

/** The first run: three choices on one page. */
export function Welcome({ first, progress, words, onDone, onSkip }: Props) {
  const [choices, setChoices] = useState(first)
  const { say } = words
  const choose = (part: Partial<Choices>) => setChoices({ ...choices, ...part })
  const none = choices.venues.length === 0
  return (
    <main class="welcome">
      <header>
        <Mark state="app" />
        <div>
          <h1>{say('welcome.title')}</h1>
          <p>{say('welcome.lead')}</p>
        </div>
      </header>
      <ol>
        <VenueStep chosen={choices.venues} words={words} onChoose={(venues) => choose({ venues })} />
        <Step n="2" title={say('loud')} about={say('loud.about')}>
          <div class="choices">
            {loudness.map((kind) => (
              <ChoiceCard
                key={kind}
                type="radio"
                name="loud"
                title={say(`sensitivity.${kind}`)}
                checked={choices.sensitivity === kind}
                onChoose={() => choose({ sensitivity: kind })}
              >
                <small>{say(`sensitivity.${kind}.about`)}</small>
              </ChoiceCard>
            ))}
          </div>
        </Step>
        <Step n="3" title={say('tell')} about={say('tell.permission')}>
          <div class="choices">
            {tells.map((least) => (
              <ChoiceCard
                key={least}
                type="radio"
                name="tell"
                title={say(`tell.${least ?? 'none'}`)}
                checked={choices.least === least}
                onChoose={() => choose({ least })}
              />
            ))}
          </div>
        </Step>
      </ol>
      <Promises words={words} />
      <footer>
        <button
          type="button"
          class="btn primary"
          disabled={none || progress.kind === 'saving'}
          onClick={() => onDone(choices)}
        >
          {say('done')}
        </button>
        {progress.kind === 'declined' && (
          <button type="button" class="btn" onClick={() => onSkip(choices)}>
            {say('where.skip')}
          </button>
        )}
        <p role="alert">{trouble(words, none, progress)}</p>
      </footer>
    </main>
  )
}

/** What keeps the trader from being done, or that this is no advice. */
function trouble({ say }: WelcomeWords, none: boolean, progress: Progress): string {
  if (none) return say('where.none')
  if (progress.kind === 'declined') return say('where.declined')
  return progress.kind === 'failed' ? say('done.failed', { reason: progress.reason }) : say('advice.none')
}

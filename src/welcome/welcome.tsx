import { useState } from 'preact/hooks'
import type { Tier } from '../market/tier.ts'
import { ChoiceCard } from '../ui/form/choice-card.tsx'
import { PagePart } from '../ui/page/page-part.tsx'
import { ExampleWarning } from './example-warning.tsx'
import { PinStep } from './pin-step.tsx'
import { Mark } from '../ui/icons/mark.tsx'
import type { Choices } from './choices.ts'
import { ProductPromises } from './product-promises.tsx'
import { WelcomeStep } from './welcome-step.tsx'
import { VenueStep } from './venue-step.tsx'
import type { WelcomeWords } from './words.ts'

const sensitivities = ['quiet', 'balanced', 'sensitive'] as const
const leastTiers: readonly (Tier | null)[] = ['danger', 'warning', 'notice', null]

/** Progress of the page. `declined`: the permission was refused. */
export type Progress =
  | { readonly kind: 'choosing' | 'saving' | 'declined' }
  | { readonly kind: 'failed'; readonly reason: string }

interface Props {
  readonly first: Choices
  readonly progress: Progress
  readonly words: WelcomeWords
  /** Must be called within the click: the browser may ask for permission. */
  readonly onDone: (choices: Choices) => void
  /** Continues with the venues that need no further permission. */
  readonly onSkip: (choices: Choices) => void
  /** Wall clock (ms). */
  readonly now: number
  readonly sendTest: Parameters<typeof ExampleWarning>[0]['sendTest']
}

/** The first run: three choices on one page. */
export function Welcome({ first, progress, words, onDone, onSkip, now, sendTest }: Props) {
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
      <PagePart of={words} words={words}>
        <ExampleWarning {...{ words, now, sendTest }} />
      </PagePart>
      <ol>
        <PagePart of={choices.venues} words={words}>
          <VenueStep chosen={choices.venues} words={words} onChoose={(venues) => choose({ venues })} />
        </PagePart>
        <WelcomeStep n="2" title={say('loud')} about={say('loud.about')}>
          <div class="choices">
            {sensitivities.map((kind) => (
              <ChoiceCard
                key={kind}
                type="radio"
                name="loud"
                title={say(`sensitivity.${kind}`)}
                checked={choices.sensitivity === kind}
                onChange={() => choose({ sensitivity: kind })}
              >
                <small>{say(`sensitivity.${kind}.about`)}</small>
              </ChoiceCard>
            ))}
          </div>
        </WelcomeStep>
        <WelcomeStep n="3" title={say('tell')} about={say('tell.permission')}>
          <div class="choices">
            {leastTiers.map((least) => (
              <ChoiceCard
                key={least}
                type="radio"
                name="tell"
                title={say(`tell.${least ?? 'none'}`)}
                checked={choices.least === least}
                onChange={() => choose({ least })}
              />
            ))}
          </div>
        </WelcomeStep>
      </ol>
      <PagePart of={words} words={words}>
        <PinStep words={words} />
        <ProductPromises words={words} />
      </PagePart>
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
        <p role="alert">{footerText(words, none, progress)}</p>
      </footer>
    </main>
  )
}

/** Why the choices cannot be saved, or that nothing here is advice. */
function footerText({ say }: WelcomeWords, none: boolean, progress: Progress): string {
  if (none) return say('where.none')
  if (progress.kind === 'declined') return say('where.declined')
  return progress.kind === 'failed' ? say('done.failed', { reason: progress.reason }) : say('advice.none')
}

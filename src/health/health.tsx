import { PageHead } from '../ui/page/page-head.tsx'
import { PagePart } from '../ui/page/page-part.tsx'
import { Actions, type HealthActions } from './actions.tsx'
import { BackgroundPanel } from './background-panel.tsx'
import type { HealthState } from './health-state.ts'
import { VenuePanel } from './venue-panel.tsx'
import type { HealthWords } from './words.ts'

interface Props {
  /** Null until it was read. */
  readonly state: HealthState | null
  /** What "Copy a report" copies. */
  readonly report: string
  readonly words: HealthWords
  /** Wall clock (ms). */
  readonly now: number
  readonly actions: HealthActions
}

/** How Keiho does: its background, its storage, and each venue that is switched on. */
export function Health({ state, report, words, now, actions }: Props) {
  const { say } = words
  return (
    <main>
      <PageHead page="health" title={say('title')} words={words} />
      <Actions words={words} {...actions} />
      <p role="status">{statusText(state, words)}</p>
      <p class="wrong" role="alert">
        {state?.background === undefined && state && `${say('silent')} ${say('silent.hint')}`}
      </p>
      {state && (
        <>
          <PagePart of={state} words={words}>
            <BackgroundPanel {...{ state, words, now }} />
          </PagePart>
          <h2>{say('venues')}</h2>
          {state.venues.length === 0 && <p>{say('venues.none')}</p>}
          {state.venues.map((health) => (
            <PagePart key={health.state.venue} of={health} words={words}>
              <VenuePanel sources={state.sources.get(health.state.venue) ?? []} {...{ health, words, now }} />
            </PagePart>
          ))}
          <details>
            <summary>{say('report')}</summary>
            <pre>{report}</pre>
          </details>
        </>
      )}
    </main>
  )
}

function statusText(state: HealthState | null, { say, format }: HealthWords): string {
  if (!state || state.background === null) return say('asking')
  return state.background ? say('read', { time: format.clock(state.at, 'second') }) : ''
}

import { useState } from 'preact/hooks'
import type { Episode } from '../market/episode.ts'
import { BriefCard } from '../ui/card/brief-card.tsx'
import { spokenText } from '../ui/words/episode-words.ts'
import type { WelcomeWords } from './words.ts'

const minuteMs = 60_000
const venueName = 'Example'
/** Ten quiet minutes, then a rise of 38 % in four. */
const prices = [1, 1.002, 0.999, 1.001, 1, 1.003, 1.001, 0.998, 1.002, 1, 1.04, 1.13, 1.27, 1.38].map(
  (p) => p * 0.05,
)

/** A made-up pump. @param now its time, ms */
function exampleEpisode(now: number): Episode {
  return {
    id: 'example',
    venue: 'example',
    symbol: 'ABCUSDT',
    base: 'ABC',
    quote: 'USDT',
    kind: 'pump',
    also: [],
    tier: 'warning',
    phase: 'surging',
    startedAt: now - 4 * minuteMs,
    changedAt: now,
    updatedAt: now,
    startPrice: 0.05,
    peakPrice: 0.069,
    peakAt: now,
    lastPrice: 0.069,
    probability: 0.95,
    confirmed: true,
    evidence: [],
    line: { values: prices, stepMs: minuteMs, start: 9 },
    strayPrint: null,
  }
}

interface Props {
  readonly words: WelcomeWords
  /** Wall clock (ms). */
  readonly now: number
  /** Sends a notification as a test: null, or why the browser did not show it; undefined without an answer. */
  readonly sendTest: () => Promise<string | null | undefined>
}

/** On request a made-up warning on a drawn trading page, and a real notification. */
export function ExampleWarning({ words, now, sendTest }: Props) {
  const { say } = words
  const [shownAt, setShownAt] = useState<number | null>(null)
  const [notified, setNotified] = useState('')
  const show = async () => {
    setShownAt(now)
    const failure = await sendTest()
    setNotified(failure === null ? say('example.notified') : say('example.notNotified'))
  }
  if (shownAt === null)
    return (
      <button type="button" class="btn" onClick={() => void show()}>
        {say('example')}
      </button>
    )
  const episode = exampleEpisode(shownAt)
  const nothing = () => undefined
  return (
    <figure class="example">
      {/* Drawn: its buttons would do nothing. What it says is said below. */}
      <div class="drawn-page" inert>
        <DrawnPage />
        <BriefCard
          {...{ episode, venueName, words }}
          marketNow={shownAt}
          official={null}
          grip={{ onPointerDown: nothing, onKeyDown: nothing }}
          onCollapse={nothing}
          onMore={nothing}
          onHide={nothing}
          onMute={nothing}
        />
      </div>
      <figcaption>
        <span class="spoken">{spokenText(words, episode, venueName)}</span>
        {say('example.about')} <span role="status">{notified}</span>
      </figcaption>
    </figure>
  )
}

/** A chart and an order form, as they stand on trading pages. */
function DrawnPage() {
  return (
    <svg viewBox="0 0 680 200" preserveAspectRatio="none" aria-hidden="true">
      <path class="chart" d="M10 150l30-4 30 6 30-5 30 3 30-6 30 5 30-3 30-2 30 4 30-20 30-40 30-34 30-30" />
      <path
        class="frame"
        d="M470 10h200v180H470zM486 60h168v24H486zM486 96h168v24H486zM486 150h168v24H486z"
      />
    </svg>
  )
}

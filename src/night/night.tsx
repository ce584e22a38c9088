import type { HeldBackSummary } from '../shared/messages/queries.ts'
import { PagePart } from '../ui/page/page-part.tsx'
import { HeldBackRow } from './held-back-row.tsx'
import type { NightWords } from './words.ts'

interface Props {
  /** Newest first; null while asking, undefined without an answer. */
  readonly summaries: readonly HeldBackSummary[] | null | undefined
  readonly words: NightWords
  /** Wall clock, ms. */
  readonly now: number
}

/** What quiet hours and the hourly limit kept back, summary by summary, worst first, with what came after. */
export function Night({ summaries, words, now }: Props) {
  const { say } = words
  return (
    <main>
      <h1>{say('title')}</h1>
      {summaries === null && <p role="status">{say('asking')}</p>}
      {summaries === undefined && <p role="alert">{say('failed')}</p>}
      {summaries?.length === 0 && <p>{say('none')}</p>}
      {summaries?.map((summary) => (
        <PagePart key={summary.at} of={summary} words={words}>
          <Summary summary={summary} words={words} now={now} />
        </PagePart>
      ))}
      <p class="fine">{say('advice.none')}</p>
    </main>
  )
}

function Summary({ summary, words, now }: { summary: HeldBackSummary; words: NightWords; now: number }) {
  const { say, format } = words
  const { at, rows } = summary
  const from = Math.min(at, ...rows.map((row) => row.past?.episode.startedAt ?? row.at))
  return (
    <section>
      <h2>
        {say('span', { from: format.moment(from, now), to: format.moment(at, now) })}{' '}
        <small>{say('held', { n: rows.length })}</small>
      </h2>
      <ol class="held">
        {rows.map((row, i) => (
          <HeldBackRow key={row.past?.episode.id ?? i} {...{ row, words, now }} span={{ from, to: at }} />
        ))}
      </ol>
    </section>
  )
}

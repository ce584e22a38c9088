import type { Episode } from '../../market/episode.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import { OfficialList } from './official-list.tsx'
import type { Words } from '../words/words.ts'

interface Props {
  readonly episode: Episode
  /** What the venue itself published; null while its sources are not read. */
  readonly official: OfficialSummary | null
  readonly words: Words
  readonly onRecheck: () => void
}

/** Whether venues have reversed trades of this kind. */
export function isReversible({ strayPrint, kind, also }: Episode): boolean {
  return strayPrint !== null || kind === 'stray-print' || also.includes('stray-print')
}

/** What is known, what is unknown, and how episodes of this kind ended. */
export function KnownList({ episode, official, words, onRecheck }: Props) {
  const { say } = words
  return (
    <dl class="known">
      <dt>{say('known')}</dt>
      <dd>
        {official === null ? (
          say('known.notLooked')
        ) : (
          <OfficialList official={official} startedAt={episode.startedAt} {...{ words, onRecheck }} />
        )}
      </dd>
      <dt>{say('unknown')}</dt>
      <dd>
        {say(episode.confirmed ? 'unknown.cause' : 'unknown.unconfirmed')}
        {isReversible(episode) && say('sentence.join') + say('unknown.reversal')}
      </dd>
      {episode.kind === 'pump' && (
        <>
          <dt>{say('past')}</dt>
          <dd>{say('past.pump')}</dd>
        </>
      )}
    </dl>
  )
}

import { hasStatementSince, type OfficialSummary } from '../../shared/official.ts'
import { Icon } from '../icons/icon.tsx'
import {
  ageText,
  pairText,
  sourceKindsText,
  statementText,
  suspendedText,
  whenText,
} from './official-words.ts'
import { HostLink } from './host-link.tsx'
import type { Words } from '../words/words.ts'

/** The newest ones; the details page lists all. */
const maxStatements = 4

interface Props {
  readonly official: OfficialSummary
  /** Start of the episode, market time (ms). */
  readonly startedAt: number
  readonly words: Words
  /** Requests all sources again. */
  readonly onRecheck: () => void
}

/** What the venue itself published: statements with source, time and age, its lists, and when they were read. */
export function OfficialList({ official, startedAt, words, onRecheck }: Props) {
  const { say } = words
  const { statements, suspended, impaired, recentChange } = official
  const lists = [
    suspended && { text: suspendedText(words, suspended), at: suspended.since, why: say('moves.why') },
    impaired && { text: pairText(words, impaired), at: impaired.since, why: null },
    recentChange && { text: pairText(words, recentChange), at: recentChange.at, why: null },
  ].filter((each) => each !== null)
  return (
    <ul class="says">
      {lists.map(({ text, at, why }) => (
        <li key={text}>
          <Icon name="official" />
          <span>
            <b>{text}</b>
            {why !== null && <small>{why}</small>}
            <small>{ageText(words, at, official)}</small>
          </span>
        </li>
      ))}
      {statements.slice(0, maxStatements).map((relevant) => (
        <li key={relevant.statement.id}>
          <Icon name="official" />
          <span>
            <b>{statementText(words, relevant.statement)}</b>
            <small>
              <HostLink source={relevant.source} /> {whenText(words, relevant, official)}
            </small>
          </span>
        </li>
      ))}
      {!hasStatementSince(official, startedAt) && lists.length === 0 && (
        <NoStatement {...{ official, startedAt, words }} />
      )}
      <LastCheck official={official} words={words} onRecheck={onRecheck} />
    </ul>
  )
}

function NoStatement({ official, startedAt, words: { say, format } }: Omit<Props, 'onRecheck'>) {
  const length = format.length(official.now - startedAt)
  return (
    <li class="open">
      <Icon name="unknown" />
      <span>
        <b>{official.now > startedAt ? say('known.noneSince', { length }) : say('known.none')}</b>
        <small>
          {say('known.pages')}{' '}
          {official.venuePages.flatMap((page) => [<HostLink key={page.host} source={page} />, ' '])}
        </small>
      </span>
    </li>
  )
}

/** Which sources were read, how long ago, and which failed. */
function LastCheck({ official, words, onRecheck }: Omit<Props, 'startedAt'>) {
  const { say, format } = words
  const { checkedAt, answeredSources, failedSources, now } = official
  const what = sourceKindsText(words, answeredSources)
  const age = checkedAt === null ? null : now - checkedAt
  return (
    <li class="looks">
      <small>
        {age === null
          ? say('known.notLooked')
          : age < 1000
            ? say('known.lookedNow', { what })
            : say('known.looked', { length: format.length(age), what })}
        {failedSources.length > 0 && (
          <> {say('known.missed', { what: sourceKindsText(words, failedSources) })}</>
        )}{' '}
        <button type="button" class="word" onClick={onRecheck}>
          {say('known.again')}
        </button>
      </small>
    </li>
  )
}

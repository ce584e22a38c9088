import { hasStatementSince, type OfficialSummary } from '../../shared/official.ts'
import { Icon } from '../icons/icon.tsx'
import { ageText, looksText, pairText, statementText, suspendedText } from './known-words.ts'
import { SourceAnchor } from './source-anchor.tsx'
import type { Words } from '../words/words.ts'

/** The newest; the details have the rest. */
const most = 4

interface Props {
  readonly known: OfficialSummary
  /** When what it is about began, on the venue's clock, ms. */
  readonly startedAt: number
  readonly words: Words
  /** The trader wants all sources asked now. */
  readonly onLook: () => void
}

/** What the venue itself says: statements with source, time and age, its lists, and when all of that was looked at. */
export function OfficialList({ known, startedAt, words, onLook }: Props) {
  const { say } = words
  const { statements, suspended, impaired, recentChange } = known
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
            <small>{ageText(words, at, known)}</small>
          </span>
        </li>
      ))}
      {statements.slice(0, most).map(({ statement, at, source }) => (
        <li key={statement.id}>
          <Icon name="official" />
          <span>
            <b>{statementText(words, statement)}</b>
            <small>
              <SourceAnchor way={source} /> {ageText(words, at, known)}
            </small>
          </span>
        </li>
      ))}
      {!hasStatementSince(known, startedAt) && lists.length === 0 && (
        <None {...{ known, startedAt, words }} />
      )}
      <Looks known={known} words={words} onLook={onLook} />
    </ul>
  )
}

function None({ known, startedAt, words: { say, format } }: Omit<Props, 'onLook'>) {
  const length = format.length(known.now - startedAt)
  return (
    <li class="open">
      <Icon name="unknown" />
      <span>
        <b>{known.now > startedAt ? say('known.noneSince', { length }) : say('known.none')}</b>
        <small>
          {say('known.pages')}{' '}
          {known.venuePages.flatMap((way) => [<SourceAnchor key={way.host} way={way} />, ' '])}
        </small>
      </span>
    </li>
  )
}

/** Where was looked, how long ago, and who gave no answer. */
function Looks({ known, words, onLook }: Omit<Props, 'startedAt'>) {
  const { say, format } = words
  const { checkedAt, answeredSources, failedSources, now } = known
  const what = looksText(words, answeredSources)
  const age = checkedAt === null ? null : now - checkedAt
  return (
    <li class="looks">
      <small>
        {age === null
          ? say('known.notLooked')
          : age < 1000
            ? say('known.lookedNow', { what })
            : say('known.looked', { length: format.length(age), what })}
        {failedSources.length > 0 && <> {say('known.missed', { what: looksText(words, failedSources) })}</>}{' '}
        <button type="button" class="word" onClick={onLook}>
          {say('known.again')}
        </button>
      </small>
    </li>
  )
}

import { isAnswered, type Known } from '../../shared/official.ts'
import { Icon } from '../icons/icon.tsx'
import { ageText, looksText, pairText, statementText, suspendedText } from './known-words.ts'
import { OwnWay } from './source-link.tsx'
import type { Words } from '../words/words.ts'

/** The newest; the details have the rest. */
const most = 4

interface Props {
  readonly known: Known
  /** When what it is about began, on the venue's clock, ms. */
  readonly startedAt: number
  readonly words: Words
  /** The trader wants all sources asked now. */
  readonly onLook: () => void
}

/** What the venue itself says: statements with source, time and age, its lists, and when all of that was looked at. */
export function OfficialList({ known, startedAt, words, onLook }: Props) {
  const { say } = words
  const { says, suspended, impaired, lately } = known
  const lists = [
    suspended && { text: suspendedText(words, suspended), at: suspended.since, why: say('moves.why') },
    impaired && { text: pairText(words, impaired), at: impaired.since, why: null },
    lately && { text: pairText(words, lately), at: lately.at, why: null },
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
      {says.slice(0, most).map(({ statement, at, from }) => (
        <li key={statement.id}>
          <Icon name="official" />
          <span>
            <b>{statementText(words, statement)}</b>
            <small>
              <OwnWay way={from} /> {ageText(words, at, known)}
            </small>
          </span>
        </li>
      ))}
      {!isAnswered(known, startedAt) && lists.length === 0 && <None {...{ known, startedAt, words }} />}
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
          {say('known.pages')} {known.pages.flatMap((way) => [<OwnWay key={way.host} way={way} />, ' '])}
        </small>
      </span>
    </li>
  )
}

/** Where was looked, how long ago, and who gave no answer. */
function Looks({ known, words, onLook }: Omit<Props, 'startedAt'>) {
  const { say, format } = words
  const { lookedAt, looked, missed, now } = known
  const what = looksText(words, looked)
  const age = lookedAt === null ? null : now - lookedAt
  return (
    <li class="looks">
      <small>
        {age === null
          ? say('known.notLooked')
          : age < 1000
            ? say('known.lookedNow', { what })
            : say('known.looked', { length: format.length(age), what })}
        {missed.length > 0 && <> {say('known.missed', { what: looksText(words, missed) })}</>}{' '}
        <button type="button" class="word" onClick={onLook}>
          {say('known.again')}
        </button>
      </small>
    </li>
  )
}

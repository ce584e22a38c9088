import { KeyCheckList } from '../ui/card/key-check-list.tsx'
import { Grip, type GripActions } from '../ui/card/grip.tsx'
import { Icon } from '../ui/icons/icon.tsx'
import { ageText, statementText } from '../ui/official/official-words.ts'
import { HostLink } from '../ui/official/host-link.tsx'
import type { Words } from '../ui/words/words.ts'
import type { VenueWord } from './scene/venue-statement.ts'

interface Props {
  readonly word: VenueWord
  readonly venueName: string
  readonly words: Words
  readonly grip: GripActions
  readonly onHide: () => void
  /** Switches notices of this kind off, for every venue. */
  readonly onNoCountry: () => void
}

/** What is said, for eyes and screen readers alike. */
export function wordText(words: Words, word: VenueWord, venue: string): string {
  const { say } = words
  if (word.kind === 'official')
    return say('official.venueSays', { venue, what: statementText(words, word.says.statement) })
  return say('country.warned', { venue, date: word.standing.on ?? '' })
}

/** A slim notice on a venue's pages, where no pair is flagged. */
export function VenueStrip({ word, venueName, words, grip, onHide, onNoCountry }: Props) {
  const { say } = words
  return (
    <section class="strip" aria-label={say('official')}>
      <Icon name="official" />
      <div>
        <b>{wordText(words, word, venueName)}</b>
        {word.kind === 'official' ? (
          <small>
            <HostLink source={word.says.source} /> {ageText(words, word.says.at, word)}
          </small>
        ) : (
          <small>{say('country.source')}</small>
        )}
        {word.kind === 'official' && word.says.statement.what === 'api-keys' && (
          <KeyCheckList words={words} />
        )}
        <span class="acts">
          <button type="button" class="btn hide" onClick={onHide}>
            {say('strip.hide')}
          </button>
          {word.kind === 'country' && (
            <button type="button" class="btn never" onClick={onNoCountry}>
              {say('country.never')}
            </button>
          )}
        </span>
      </div>
      <Grip actions={grip} words={words} />
    </section>
  )
}

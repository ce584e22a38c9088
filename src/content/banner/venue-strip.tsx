import { KeyCheckList } from '../../ui/card/key-check-list.tsx'
import { Grip, type GripActions } from '../../ui/card/grip.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { whenText } from '../../ui/official/official-words.ts'
import { HostLink } from '../../ui/official/host-link.tsx'
import type { Words } from '../../ui/words/words.ts'
import type { VenueStatement } from '../view/venue-statement.ts'
import { venueStatementText } from '../view/venue-statement-text.ts'

interface Props {
  readonly statement: VenueStatement
  readonly venueName: string
  readonly words: Words
  readonly grip: GripActions
  readonly onHide: () => void
  /** Switches off notices of this kind, for all venues. */
  readonly onCountryNoticeOff: () => void
}

/** A narrow strip with a statement, shown on a venue's pages while no pair is flagged. */
export function VenueStrip({ statement, venueName, words, grip, onHide, onCountryNoticeOff }: Props) {
  const { say } = words
  const official = statement.kind === 'official' ? statement : null
  const isClosed = statement.kind === 'country' && statement.standing.kind === 'closed'
  return (
    <section class="strip" aria-label={say('official')}>
      <Icon name="official" />
      <div>
        <b>{venueStatementText(words, statement, venueName)}</b>
        {official ? (
          <small>
            <HostLink source={official.relevant.source} /> {whenText(words, official.relevant, official)}
          </small>
        ) : (
          <small>{say(isClosed ? 'country.report' : 'country.source')}</small>
        )}
        {official?.relevant.statement.what === 'api-keys' && <KeyCheckList words={words} />}
        <span class="acts">
          <button type="button" class="btn hide" onClick={onHide}>
            {say('strip.hide')}
          </button>
          {!official && (
            <button type="button" class="btn never" onClick={onCountryNoticeOff}>
              {say('country.never')}
            </button>
          )}
        </span>
      </div>
      <Grip actions={grip} words={words} />
    </section>
  )
}

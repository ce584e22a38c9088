import { useMemo } from 'preact/hooks'
import { changeSinceStart, isOpen } from '../market/episode.ts'
import { titleOf } from '../ui/words/episode-words.ts'
import { PageIcon } from '../ui/icons/page-icon.tsx'
import type { PageIconName } from '../ui/icons/page-icons.ts'
import { MuteMenu } from '../ui/card/mute-menu.tsx'
import { Sparkline } from '../ui/card/sparkline.tsx'
import { TierIcon } from '../ui/card/tier-tag.tsx'
import type { PopupWords } from './words.ts'
import { directionOf, rowWords } from './row-words.ts'
import type { Row } from './rows.ts'

const SPARK = { width: 64, height: 30, big: false }

/** What the trader can do with a row. */
export interface RowActions {
  readonly onOpen: (row: Row) => void
  /** Length of the silence in ms; null until unmuted. */
  readonly onMute: (row: Row, length: number | null) => void
  readonly onUnmute: (row: Row) => void
  /** Puts the pair on the watch list, or takes it off. */
  readonly onWatch: (row: Row) => void
  readonly onDetails: (row: Row) => void
  /** The row whose mute menu shall be open, or null. */
  readonly onMenu: (row: Row | null) => void
}

interface Props extends RowActions {
  readonly row: Row
  readonly words: PopupWords
  readonly menu: boolean
  /** Whether Tab stops at this row: one row of the list does. */
  readonly tabStop: boolean
}

/** One flagged pair. Drawn anew only where something of it changed: the list looks at the clock each second. */
export function RowView(props: Props) {
  const { row, words, menu, tabStop } = props
  const { episode, mute, watched, silence, venueName } = row
  const { what, figure } = rowWords(words, row)
  const { updatedAt, changedAt, turnoverUsd } = episode
  const seen = [updatedAt, changedAt, turnoverUsd, mute?.until, silence === undefined, venueName]
  return useMemo(
    () => <Drawn {...props} what={what} figure={figure} />,
    [what, figure, words, menu, tabStop, watched, mute === undefined, ...seen],
  )
}

/** What a row shows, in words. */
interface Shown extends Props {
  readonly what: string
  readonly figure: string
}

function Drawn({ row, words, menu, tabStop, what, figure, ...acts }: Shown) {
  const { onOpen, onMute, onUnmute, onMenu, onWatch, onDetails } = acts
  const { episode, venueName, silence, mute } = row
  const title = titleOf(words, episode)
  const [base, quote] = title.split('/')
  const muteTitle = words.say('action.muteOf', { pair: title })
  const state = `${silence !== undefined ? ' is-stale' : ''}${mute ? ' is-muted' : ''}`
  const body = (
    <>
      <TierIcon tone={episode.tier} />
      <span class="names">
        <span class="spoken">{words.say(`tier.${episode.tier}`)} </span>
        <span class="a">
          {row.watched && <PageIcon name="watched" />}
          <b>{base}</b>
          {quote && `/${quote}`} <span>{venueName}</span>
        </span>
        <span class="b">{what}</span>
      </span>
      {!mute && <Sparkline episode={episode} size={SPARK} />}
      {!mute && (
        <span class="figures">
          <b class={`num ${directionOf(row)}`}>{words.format.change(changeSinceStart(episode))}</b>
          <span class="d">{figure}</span>
        </span>
      )}
    </>
  )
  return (
    <li class={`row tier-${episode.tier}${state}`} data-episode={episode.id}>
      {episode.symbol === null ? (
        // A whole market has no trading page to open.
        <div class="row-main" tabIndex={tabStop ? 0 : -1}>
          {body}
        </div>
      ) : (
        <button type="button" class="row-main" tabIndex={tabStop ? 0 : -1} onClick={() => onOpen(row)}>
          {body}
        </button>
      )}
      {mute && (
        <button type="button" class="btn unmute" onClick={() => onUnmute(row)}>
          {words.say('action.unmute')}
        </button>
      )}
      <span class="deeds">
        <Deed
          name="details"
          label={words.say('action.detailsOf', { pair: title })}
          act={() => onDetails(row)}
        />
        {episode.symbol !== null && (
          <Deed
            name={row.watched ? 'watched' : 'watch'}
            label={words.say(row.watched ? 'action.unwatch' : 'action.watch', { pair: title })}
            act={() => onWatch(row)}
          />
        )}
        {!mute && isOpen(episode) && <Deed name="mute" label={muteTitle} act={() => onMenu(row)} />}
      </span>
      {menu && (
        <MuteMenu
          title={muteTitle}
          market={episode.symbol === null}
          words={words}
          onChoose={(length) => onMute(row, length)}
          onClose={() => onMenu(null)}
        />
      )}
    </li>
  )
}

/** A button of the row. Tab passes it by, as the list would be endless: each has a key of its own. */
function Deed({ name, label, act }: { name: PageIconName; label: string; act: () => void }) {
  return (
    <button
      type="button"
      class={`icon-btn ${name}`}
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={act}
    >
      <PageIcon name={name} />
    </button>
  )
}

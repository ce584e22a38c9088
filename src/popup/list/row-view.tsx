import { useMemo } from 'preact/hooks'
import { changeSinceStart, isOpen } from '../../market/episode.ts'
import { titleOf } from '../../ui/words/episode-words.ts'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import type { PageIconName } from '../../ui/icons/page-icons.ts'
import { muteItems } from '../../ui/card/mute-items.ts'
import { Sparkline } from '../../ui/card/sparkline.tsx'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import { Menu } from '../../ui/menu/menu.tsx'
import type { PopupWords } from '../words.ts'
import { directionOf, rowText } from './row-words.ts'
import type { ListRow } from './rows.ts'

const sparkSize = { width: 64, height: 30, big: false }

/** What the trader can do with a row. */
export interface RowActions {
  readonly onOpen: (row: ListRow) => void
  /** `durationMs`: null until unmuted. */
  readonly onMute: (row: ListRow, durationMs: number | null) => void
  readonly onUnmute: (row: ListRow) => void
  /** Adds the pair to the watch list, or removes it. */
  readonly onWatch: (row: ListRow) => void
  readonly onDetails: (row: ListRow) => void
  /** Opens the mute menu of a row; null closes it. */
  readonly onMenu: (row: ListRow | null) => void
}

interface Props extends RowActions {
  readonly row: ListRow
  readonly words: PopupWords
  readonly menu: boolean
  /** Whether Tab stops at this row: one row of the list is a tab stop. */
  readonly tabStop: boolean
}

/** One flagged pair. The list renders every second: a row that has not changed keeps its content. */
export function RowView(props: Props) {
  const { row, words, menu, tabStop } = props
  const { episode, mute, watched, silence, venueName } = row
  const { what, figure } = rowText(words, row)
  const { updatedAt, changedAt, turnoverUsd } = episode
  const shown = [updatedAt, changedAt, turnoverUsd, mute?.until, silence === undefined, venueName]
  return useMemo(
    () => <RowContent {...props} what={what} figure={figure} />,
    [what, figure, words, menu, tabStop, watched, mute === undefined, ...shown],
  )
}

interface RowContentProps extends Props {
  readonly what: string
  readonly figure: string
}

function RowContent({ row, words, menu, tabStop, what, figure, ...actions }: RowContentProps) {
  const { onOpen, onMute, onUnmute, onMenu, onWatch, onDetails } = actions
  const { episode, venueName, silence, mute } = row
  const title = titleOf(words, episode)
  const [base, quote] = title.split('/')
  const muteTitle = words.say('action.muteOf', { pair: title })
  const state = `${silence !== undefined ? ' is-stale' : ''}${mute ? ' is-muted' : ''}`
  const body = (
    <>
      <TierIcon tier={episode.tier} />
      <span class="names">
        <span class="spoken">{words.say(`tier.${episode.tier}`)} </span>
        <span class="a">
          {row.watched && <PageIcon name="watched" />}
          <b>{base}</b>
          {quote && `/${quote}`} <span>{venueName}</span>
        </span>
        <span class="b">{what}</span>
      </span>
      {!mute && <Sparkline episode={episode} size={sparkSize} />}
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
        // A whole market has no trading page.
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
        <RowButton
          name="details"
          label={words.say('action.detailsOf', { pair: title })}
          onClick={() => onDetails(row)}
        />
        {episode.symbol !== null && (
          <RowButton
            name={row.watched ? 'watched' : 'watch'}
            label={words.say(row.watched ? 'action.unwatch' : 'action.watch', { pair: title })}
            onClick={() => onWatch(row)}
          />
        )}
        {!mute && isOpen(episode) && <RowButton name="mute" label={muteTitle} onClick={() => onMenu(row)} />}
      </span>
      {menu && (
        <Menu
          title={muteTitle}
          items={muteItems(words, episode.symbol === null)}
          onChoose={(durationMs) => onMute(row, durationMs)}
          onClose={() => onMenu(null)}
        />
      )}
    </li>
  )
}

/** A button of the row. No tab stop, since a list may have hundreds: each button has a key instead. */
function RowButton({ name, label, onClick }: { name: PageIconName; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      class={`icon-btn ${name}`}
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <PageIcon name={name} />
    </button>
  )
}

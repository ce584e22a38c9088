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
import { venueName } from '../../shared/venue-name.ts'

const sparkSize = { width: 64, height: 30, big: false }

/** What the trader can do with a row. */
export interface RowActions {
  readonly onOpen: (row: ListRow) => void
  /** `durationMs`: null until unmuted. */
  readonly onMute: (row: ListRow, durationMs: number | null) => void
  /** Adds the pair to the watch list, or removes it. */
  readonly onWatch: (row: ListRow) => void
  readonly onDetails: (row: ListRow) => void
  /** Says that it was not helpful, or takes that back. */
  readonly onNotHelpful: (row: ListRow) => void
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
  const { episode, watched, notHelpful, silence } = row
  const text = rowText(words, row)
  const { updatedAt, changedAt, turnoverUsd } = episode
  const shown = [updatedAt, changedAt, turnoverUsd, silence === undefined]
  return useMemo(
    () => <RowContent {...props} text={text} />,
    [text.what, text.figure, text.hint, words, menu, tabStop, watched, notHelpful, ...shown],
  )
}

interface RowContentProps extends Props {
  readonly text: ReturnType<typeof rowText>
}

function RowContent({ row, words, menu, tabStop, text, ...actions }: RowContentProps) {
  const { onOpen, onMute, onMenu, onWatch, onDetails, onNotHelpful } = actions
  const { episode, silence } = row
  const title = titleOf(words, episode)
  const [base, quote] = title.split('/')
  const muteTitle = words.say('action.muteOf', { pair: title })
  const body = (
    <>
      <TierIcon tier={episode.tier} />
      <span class="names">
        <span class="spoken">{words.say(`tier.${episode.tier}`)} </span>
        <span class="a">
          {row.watched && <PageIcon name="watched" />}
          <b>{base}</b>
          {quote && `/${quote}`} <span>{venueName(episode.venue, words.lang)}</span>
        </span>
        <span class="b">{text.what}</span>
      </span>
      <Sparkline episode={episode} size={sparkSize} />
      <span class="figures">
        <b class={`num ${directionOf(row)}`}>{words.format.change(changeSinceStart(episode))}</b>
        <span class="d">{text.figure}</span>
      </span>
    </>
  )
  return (
    <li
      class={`row tier-${episode.tier}${silence === undefined ? '' : ' is-stale'}`}
      data-episode={episode.id}
    >
      {episode.symbol === null ? (
        // A whole market has no trading page.
        <div class="row-main" tabIndex={tabStop ? 0 : -1} title={text.hint}>
          {body}
        </div>
      ) : (
        <button
          type="button"
          class="row-main"
          tabIndex={tabStop ? 0 : -1}
          title={text.hint}
          onClick={() => onOpen(row)}
        >
          {body}
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
        <RowButton
          name={row.notHelpful ? 'unhelpful' : 'helpful'}
          label={words.say(row.notHelpful ? 'action.helpful' : 'action.notHelpful', { pair: title })}
          onClick={() => onNotHelpful(row)}
        />
        {isOpen(episode) && <RowButton name="mute" label={muteTitle} onClick={() => onMenu(row)} />}
      </span>
      {menu && (
        <Menu
          title={muteTitle}
          items={muteItems(words)}
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

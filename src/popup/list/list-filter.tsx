import { tiers, type Tier } from '../../market/tier.ts'
import { TierIcon } from '../../ui/card/tier-tag.tsx'
import { PageIcon } from '../../ui/icons/page-icon.tsx'
import type { PopupWords } from '../words.ts'
import { type ListFilter, type SortOrder, sortOrders } from './rows.ts'
import { venueName } from '../../shared/venue-name.ts'

interface Props {
  readonly filter: ListFilter
  readonly counts: Readonly<Record<Tier, number>>
  /** Ids of the venues with rows. */
  readonly venues: readonly string[]
  readonly words: PopupWords
  readonly onFilter: (part: Partial<ListFilter>) => void
}

/** Limits the list to a tier, the watch list or a venue, and sorts it: one line, so that the list keeps its place. */
export function ListFilterBar({ filter, counts, venues, words, onFilter }: Props) {
  const { say, format } = words
  const { tier, watched, venue, sort } = filter
  const all = counts.notice + counts.warning + counts.danger
  // A venue whose last row has gone stays selected.
  const listed = venue === null || venues.includes(venue) ? venues : [...venues, venue]
  const watchName = say('popup.filter.watched')
  return (
    <div class="filters" role="group" aria-label={say('popup.filter')}>
      <button type="button" aria-pressed={tier === null} onClick={() => onFilter({ tier: null })}>
        {say('popup.all', { n: all })}
      </button>
      {tiers.toReversed().map((each) => {
        const name = say('popup.group', { name: say(`tier.${each}`), n: counts[each] })
        return (
          <button
            key={each}
            type="button"
            class={`tier-${each}`}
            aria-pressed={tier === each}
            aria-label={name}
            title={name}
            onClick={() => onFilter({ tier: tier === each ? null : each })}
          >
            <TierIcon tier={each} />
            {format.count(counts[each])}
          </button>
        )
      })}
      <button
        type="button"
        aria-pressed={watched}
        aria-label={watchName}
        title={watchName}
        onClick={() => onFilter({ watched: !watched })}
      >
        <PageIcon name={watched ? 'watched' : 'watch'} />
      </button>
      <select
        aria-label={say('popup.filter.venue')}
        value={venue ?? ''}
        onChange={({ currentTarget: { value } }) => onFilter({ venue: value || null })}
      >
        <option value="">{say('popup.filter.venues')}</option>
        {listed.map((id) => (
          <option key={id} value={id}>
            {venueName(id, words.lang)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('popup.sort')}
        value={sort}
        onChange={({ currentTarget: { value } }) => onFilter({ sort: value as SortOrder })}
      >
        {sortOrders.map((each) => (
          <option key={each} value={each}>
            {say(`popup.sort.${each}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

import { sites } from '../exchanges/registry.ts'
import { tiers } from '../market/tier.ts'
import type { HistoryFilter } from './history-filter.ts'
import type { HistoryWords } from './words.ts'
import { venueName } from '../shared/venue-name.ts'

interface Props {
  readonly filter: HistoryFilter
  readonly words: HistoryWords
  readonly onFilter: (filter: HistoryFilter) => void
}

/** Inputs for pair, tier and venue. */
export function FilterForm({ filter, words: { say, lang }, onFilter }: Props) {
  return (
    <fieldset class="filters">
      <legend class="spoken">{say('filters')}</legend>
      <label>
        {say('filter.pair')}
        <input
          type="search"
          placeholder={say('filter.pair.hint')}
          value={filter.pair}
          onInput={({ currentTarget }) => onFilter({ ...filter, pair: currentTarget.value })}
        />
      </label>
      <label>
        {say('filter.tier')}
        <select
          value={filter.tier ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, tier: tiers.find((tier) => tier === value) ?? null })
          }
        >
          <option value="">{say('filter.all')}</option>
          {tiers.map((tier) => (
            <option key={tier} value={tier}>
              {say(`tier.${tier}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('filter.venue')}
        <select
          value={filter.venue ?? ''}
          onChange={({ currentTarget: { value } }) => onFilter({ ...filter, venue: value || null })}
        >
          <option value="">{say('filter.all')}</option>
          {sites.map(({ id }) => (
            <option key={id} value={id}>
              {venueName(id, lang)}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}

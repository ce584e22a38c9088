import { type Tier, tierRank } from '../market/tier.ts'
import type { Queries } from '../shared/messages/queries.ts'
import type { NotHelpful } from '../shared/storage/items.ts'
import { TierIcon } from '../ui/card/tier-tag.tsx'
import type { HistoryWords } from './words.ts'

/** From SCORECARD.md (tiers, with the full hour, on coins not learnt from): recall, and false alarms per pair-day. */
export const publishedScores: Readonly<Record<Tier, { readonly recall: number; readonly alarms: number }>> = {
  notice: { recall: 0.969, alarms: 0.129 },
  warning: { recall: 0.931, alarms: 0.0343 },
  danger: { recall: 0.863, alarms: 0.0081 },
}

interface Props {
  readonly scorecard: Queries['scorecard']['answer']
  /** What the trader found not helpful: a pump counts for each tier that it had reached then. */
  readonly notHelpful: readonly NotHelpful[]
  readonly words: HistoryWords
}

/** How pumps on this device ended, next to the published figures. */
export function Scorecard({ scorecard, notHelpful, words: { say, format } }: Props) {
  const inVain = (tier: Tier) =>
    notHelpful.filter((each) => each.kind === 'pump' && tierRank(each.tier) >= tierRank(tier)).length
  return (
    <section class="scorecard">
      <h2 id="card">{say('card')}</h2>
      <p>{say('card.about')}</p>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="card">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('column.tier')}</th>
              {(
                [
                  'card.episodes',
                  'card.known',
                  'card.below',
                  'card.notHelpful',
                  'card.shipped',
                  'card.alarms',
                ] as const
              ).map((key) => (
                <th key={key} scope="col" class="r">
                  {say(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scorecard.map(({ tier, episodes, known, below }) => (
              <tr key={tier}>
                <th scope="row" class={`tier tier-${tier}`}>
                  <TierIcon tier={tier} /> {say(`tier.${tier}`)}
                </th>
                <td class="r num">{format.count(episodes)}</td>
                <td class="r num">{format.count(known)}</td>
                <td class="r num">
                  {format.count(below)} {known > 0 && `(${format.share(below / known)})`}
                </td>
                <td class="r num">
                  {format.count(inVain(tier))} {episodes > 0 && `(${format.share(inVain(tier) / episodes)})`}
                </td>
                <td class="r num">{format.share(publishedScores[tier].recall)}</td>
                <td class="r num">
                  {say('card.alarm', { n: Math.round(1 / publishedScores[tier].alarms) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <small>
          {say('card.shipped.about')} {say('past.pump')}
        </small>
      </p>
    </section>
  )
}

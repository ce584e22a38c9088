import { useId } from 'preact/hooks'
import { type Tier, tiers } from '../../market/tier.ts'
import { leastRuleMove, maxRuleMove, maxRulePrice } from '../../shared/settings/pair-rules.ts'
import type { PairRule } from '../../shared/settings/settings.ts'
import type { OptionsWords } from '../words.ts'
import { OptionalNumber } from './optional-number.tsx'

interface Props {
  readonly rule: PairRule
  readonly quote: string
  readonly words: OptionsWords
  readonly onChange: (rule: PairRule) => void
}

/** The rule with some fields changed; one that is undefined goes as for all pairs. */
function withFields(
  rule: PairRule,
  part: { readonly [K in keyof PairRule]?: PairRule[K] | undefined },
): PairRule {
  const fields = Object.entries({ ...rule, ...part }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(fields) as unknown as PairRule
}

/** What a single pair notifies of. */
export function PairRuleFields({ rule, quote, words, onChange }: Props) {
  const { say } = words
  const id = useId()
  const set = (part: Parameters<typeof withFields>[1]) => onChange(withFields(rule, part))
  const forAll = { value: 'all', text: say('rule.forAll') }
  const least = rule.least === undefined ? 'all' : (rule.least ?? 'none')
  const sound = rule.sound === undefined ? 'all' : rule.sound ? 'on' : 'off'
  // Percent as typed: 0.07 × 100 is no 7.
  const percent = rule.move === undefined ? undefined : Number((rule.move * 100).toPrecision(12))
  return (
    <div class="rule">
      <Choice
        id={`${id}-least`}
        name={say('least')}
        value={least}
        options={[
          forAll,
          ...tiers.map((tier) => ({ value: tier, text: say(`tier.${tier}`) })),
          { value: 'none', text: say('least.none') },
        ]}
        onChange={(value) =>
          set({ least: value === 'all' ? undefined : value === 'none' ? null : (value as Tier) })
        }
      />
      <Choice
        id={`${id}-sound`}
        name={say('sound')}
        value={sound}
        options={[
          forAll,
          { value: 'on', text: say('rule.sound.on') },
          { value: 'off', text: say('rule.sound.off') },
        ]}
        onChange={(value) => set({ sound: value === 'all' ? undefined : value === 'on' })}
      />
      <OptionalNumber
        id={`${id}-move`}
        name={say('rule.move')}
        value={percent}
        min={leastRuleMove * 100}
        max={maxRuleMove * 100}
        unit="%"
        words={words}
        onChange={(n) => set({ move: n === undefined ? undefined : n / 100 })}
      />
      {(['above', 'below'] as const).map((side) => (
        <OptionalNumber
          key={side}
          id={`${id}-${side}`}
          name={say(`rule.${side}`)}
          value={rule[side]}
          min={Number.MIN_VALUE}
          max={maxRulePrice}
          unit={quote}
          words={words}
          onChange={(price) => set({ [side]: price })}
        />
      ))}
    </div>
  )
}

interface ChoiceProps {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly onChange: (value: string) => void
}

function Choice({ id, name, value, options, onChange }: ChoiceProps) {
  return (
    <div class="rule-field">
      <label for={id}>{name}</label>
      <select
        class="input"
        id={id}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}

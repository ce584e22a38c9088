import { sites } from '../../exchanges/registry.ts'
import { pairKey } from '../../market/pair.ts'
import { maxPairRules, withoutPairRule, withPairRule } from '../../shared/settings/pair-rules.ts'
import type { PairRule } from '../../shared/settings/settings.ts'
import type { SectionProps } from '../sections/section-props.ts'
import { ListEditor } from './list-editor.tsx'
import { entryOf } from './pair-list.tsx'
import { PairRuleFields } from './pair-rule-fields.tsx'
import { parsePair } from './parse-pair.ts'

/** The pairs with a rule of their own, each with what it says. */
export function PairRuleList({ settings, words, change }: SectionProps) {
  const { say } = words
  const { pairRules } = settings
  const name = say('rules')

  const add = (text: string): string | null => {
    const read = parsePair(text, sites, settings.venues)
    if ('error' in read) return say(`pair.${read.error}`)
    const pair = pairKey(read.pair)
    if (pairRules.some((rule) => rule.pair === pair)) return say('list.there')
    if (pairRules.length >= maxPairRules) return say('list.full', { n: maxPairRules })
    change(name, { pairRules: withPairRule(pairRules, { pair }) })
    return null
  }
  const set = (rule: PairRule) =>
    // In its place: a rule that jumps to the end would take the focus with it.
    change(name, { pairRules: pairRules.map((known) => (known.pair === rule.pair ? rule : known)) })
  return (
    <ListEditor
      {...{ name, words }}
      about={say('rules.about')}
      placeholder={say('pair.example')}
      entries={pairRules.map((rule) => ({
        ...entryOf(rule.pair, words.lang),
        more: (
          <PairRuleFields
            rule={rule}
            quote={rule.pair.split('/').at(-1) ?? ''}
            words={words}
            onChange={set}
          />
        ),
      }))}
      onAdd={add}
      onRemove={(key) => change(name, { pairRules: withoutPairRule(pairRules, key) })}
    />
  )
}

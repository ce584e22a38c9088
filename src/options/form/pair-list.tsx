import type { Lang } from '../../shared/languages.ts'
import { sites } from '../../exchanges/registry.ts'
import { pairKey } from '../../market/pair.ts'
import { ListEditor, type ListEntry } from './list-editor.tsx'
import { parsePair } from './parse-pair.ts'
import type { SectionProps } from '../sections/section-props.ts'
import { venueName } from '../../shared/venue-name.ts'

/** Every pair of every venue is compared with the list, so it must stay short. */
const maxPairs = 500

interface Props extends SectionProps {
  readonly list: 'watch' | 'ignore'
}

/** The pairs that are always shown (`watch`) or never (`ignore`). A pair is on at most one of the two lists. */
export function PairList({ list, settings, words, change }: Props) {
  const { say } = words
  const other = list === 'watch' ? 'ignore' : 'watch'
  const pairs = settings[list]
  const name = say(`list.${list}`)

  const add = (text: string): string | null => {
    const read = parsePair(text, sites, settings.venues)
    if ('error' in read) return say(`pair.${read.error}`)
    const key = pairKey(read.pair)
    if (pairs.includes(key)) return say('list.there')
    if (pairs.length >= maxPairs) return say('list.full', { n: maxPairs })
    change(name, { [list]: [...pairs, key], [other]: settings[other].filter((each) => each !== key) })
    return null
  }
  return (
    <ListEditor
      {...{ name, words }}
      about={say(`list.${list}.about`)}
      placeholder={say('pair.example')}
      entries={pairs.map((key) => entryOf(key, words.lang))}
      onAdd={add}
      onRemove={(key) => change(name, { [list]: pairs.filter((each) => each !== key) })}
    />
  )
}

/** A `pairKey` in readable form. */
export function entryOf(key: string, lang: Lang): ListEntry {
  const [venue = '', text = key] = key.split(/:(.*)/s)
  return { key, text, detail: venueName(venue, lang) }
}

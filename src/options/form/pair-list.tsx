import { exchangeOf, exchanges } from '../../exchanges/registry.ts'
import { pairKey } from '../../market/pair.ts'
import { ListEditor, type Entry } from './list-editor.tsx'
import { pairOfText } from './pair-of-text.ts'
import type { Part } from '../part.ts'

/** Every pair of every venue is held against the list: it stays one that a person keeps. */
const MOST = 500

interface Props extends Part {
  readonly list: 'watch' | 'ignore'
}

/** The pairs that are always shown, or never. A pair is on one of the two lists at most. */
export function PairList({ list, settings, words, change }: Props) {
  const { say } = words
  const other = list === 'watch' ? 'ignore' : 'watch'
  const pairs = settings[list]
  const name = say(`list.${list}`)

  const add = (text: string): string | null => {
    const read = pairOfText(text, exchanges, settings.venues)
    if ('wrong' in read) return say(`pair.${read.wrong}`)
    const key = pairKey(read.pair)
    if (pairs.includes(key)) return say('list.there')
    if (pairs.length >= MOST) return say('list.full', { n: MOST })
    change(name, { [list]: [...pairs, key], [other]: settings[other].filter((each) => each !== key) })
    return null
  }
  return (
    <ListEditor
      {...{ name, words }}
      about={say(`list.${list}.about`)}
      placeholder={say('pair.example')}
      entries={pairs.map(entryOf)}
      onAdd={add}
      onRemove={(key) => change(name, { [list]: pairs.filter((each) => each !== key) })}
    />
  )
}

/** A `pairKey` as people read it. */
function entryOf(key: string): Entry {
  const [venue = '', text = key] = key.split(/:(.*)/s)
  return { key, text, detail: exchangeOf(venue)?.name ?? venue }
}

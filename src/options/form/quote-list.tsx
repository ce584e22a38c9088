import { ListEditor } from './list-editor.tsx'
import type { SectionProps } from '../sections/section-props.ts'

/** The quote currencies that are shown; an empty list shows all. */
export function QuoteList({ settings, words, change }: SectionProps) {
  const { say } = words
  const quotes = settings.quotes ?? []
  const name = say('list.quotes')
  const set = (next: readonly string[]) => change(name, { quotes: next.length > 0 ? next : null })
  const add = (text: string): string | null => {
    const quote = text.normalize('NFKC').trim().toUpperCase()
    if (!/^[\p{L}\p{N}]{2,10}$/u.test(quote)) return say('quote.form')
    if (quotes.includes(quote)) return say('list.there')
    set([...quotes, quote])
    return null
  }
  return (
    <ListEditor
      {...{ name, words }}
      about={say(settings.quotes === null ? 'list.quotes.all' : 'list.quotes.about')}
      placeholder="BTC"
      entries={quotes.map((quote) => ({ key: quote, text: quote }))}
      onAdd={add}
      onRemove={(key) => set(quotes.filter((each) => each !== key))}
    />
  )
}

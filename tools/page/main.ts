import { exchanges } from '../../src/exchanges/registry.ts'
import { readOptions, runCommand, UsageError } from '../command-line.ts'

/** The exchange and pair a URL shows; null for other pages. */
function pairShownAt(href: string): { exchange: string; base: string; quote: string } | null {
  for (const { id, pairOf } of exchanges) {
    const pair = pairOf(href)
    if (pair) return { exchange: id, base: pair.base, quote: pair.quote }
  }
  return null
}

// `npm run page`: the pair Keiho recognises in the URL of a trading page.
await runCommand(() => {
  const [href] = readOptions({}, process.argv.slice(2), 1).positionals
  if (href === undefined) throw new UsageError('URL is needed: which page?')
  process.stdout.write(`${JSON.stringify(pairShownAt(href))}\n`)
  return Promise.resolve()
})
